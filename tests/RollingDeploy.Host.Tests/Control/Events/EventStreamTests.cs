using Microsoft.Extensions.DependencyInjection;
using RollingDeploy.Host.Control.Events;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Control.Events;

/// <summary>What a listener gets, as it happens.</summary>
public sealed class EventStreamTests(TestHost host)
{
    [Fact]
    public async Task Stream_WithoutAPlace_BeginsAtThePresent()
    {
        var account = host.NewAccount();
        await account.HasModel();
        await using var stream = await OpenEvents.Open(host, account);

        await account.HasModel("another");

        var message = await stream.Next();
        message.Id.Should().Be("1-3", "the account began and had a model before");
        message.Event.Should().Be("resourceCreated");
        message.Data.ToJsonString().Should().Be(
            $$$"""{"epoch":1,"sequence":3,"time":"2030-01-01T00:00:00Z","region":"us-east-1","subject":{"type":"model","name":"another"},"kind":"resourceCreated","sentence":"The model arn:aws:sagemaker:us-east-1:{{{account.Id}}}:model/another was created.","data":{"noun":"model","arn":"arn:aws:sagemaker:us-east-1:{{{account.Id}}}:model/another"}}""");
        stream.Response.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        stream.Response.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Fact]
    public async Task Stream_OfAnAccountThatNobodyHasUsed_WaitsForItsFirstEvents()
    {
        var account = host.NewAccount();
        await using var stream = await OpenEvents.Open(host, account);

        await account.HasModel();

        (await stream.Next()).Id.Should().Be("1-2");
    }

    [Theory]
    [InlineData("after=2", null)]
    [InlineData("after=1-2", null)]
    [InlineData("", "1-2")]
    [InlineData("after=0", "1-2")]
    public async Task Stream_FromAPlace_BeginsAfterIt(string query, string? lastEventId)
    {
        var account = host.NewAccount();
        await account.HasModel("one");
        await account.HasModel("two");
        await account.HasModel("three");

        await using var stream = await OpenEvents.Open(host, account, query, lastEventId);

        (await stream.Next(2)).Select(message => message.Id).Should().Equal("1-3", "1-4");
        await account.HasModel("four");
        (await stream.Next()).Id.Should().Be("1-5");
    }

    [Fact]
    public async Task Stream_WithFilters_HasOnlyWhatFits()
    {
        var account = host.NewAccount();
        await account.HasEndpoint();
        await using var stream = await OpenEvents.Open(
            host, account, "endpoint=DEMO&kind=statusChanged,shifting&kind=succeeded&region=us-east-1");

        await account.Updates();
        await account.AdvanceUntil("InService");

        (await stream.Next(4)).Select(message => message.Event).Should().Equal(
            "statusChanged", "shifting", "succeeded", "statusChanged");
    }

    [Fact]
    public async Task Stream_OfARegion_HasNoEventsOfOthers()
    {
        var account = host.NewAccount();
        await account.HasModel();
        await using var stream = await OpenEvents.Open(host, account, "region=eu-west-1");

        await account.HasModel("here");
        await account.SageMaker("CreateModel", """{"ModelName":"there","PrimaryContainer":{"Image":"i"}}""", "eu-west-1");
        await account.Ours("PUT clock", """{"mode":"frozen"}""");

        (await stream.Next(2)).Select(message => (message.Event, message.Data["region"]!.GetValue<string>())).Should().Equal(
            ("resourceCreated", "eu-west-1"), ("clockChanged", ""));
    }

    [Fact]
    public async Task Stream_AfterAReset_GoesOnWithTheNextEpoch()
    {
        var account = host.NewAccount();
        await account.HasModel();
        await using var stream = await OpenEvents.Open(host, account);

        await account.Ours("POST reset");
        await account.Ours("POST reset");
        await account.HasModel("again");

        (await stream.Next(5)).Select(message => $"{message.Id} {message.Event}").Should().Equal(
            "1-3 worldReset", "2-1 worldBegan", "2-2 worldReset", "3-1 worldBegan", "3-2 resourceCreated");
    }

    [Fact]
    public async Task Stream_FromAPlaceBeforeAReset_SaysThatEventsWereMissed()
    {
        var account = host.NewAccount();
        await account.HasModel();
        await account.Ours("POST reset");

        await using var stream = await OpenEvents.Open(host, account, lastEventId: "1-1");

        var messages = await stream.Next(2);
        messages[0].Event.Should().Be("missed");
        messages[0].Id.Should().Be("2-0");
        messages[0].Data.ToJsonString().Should().Be(
            """{"epoch":2,"kind":"missed","sentence":"The events from 1-2 on are not kept: the account was reset, or RollingDeploy was started again. The next event follows 2-0.","from":"1-2","to":"2-0"}""");
        messages[1].ToString().Should().StartWith("2-1 worldBegan");
    }

    [Fact]
    public async Task Stream_FromAPlaceThatIsNotYet_BeginsAgain()
    {
        var account = host.NewAccount();
        await account.HasModel();

        // As a browser does after RollingDeploy was started again.
        await using var stream = await OpenEvents.Open(host, account, lastEventId: "1-500");

        (await stream.Next(3)).Select(message => $"{message.Id} {message.Event}").Should().Equal(
            "1-0 missed", "1-1 worldBegan", "1-2 resourceCreated");
    }

    [Fact]
    public async Task Stream_WithoutEvents_HasAHeartbeatEvery15Seconds()
    {
        await using var own = TestHost.With();
        var account = own.NewAccount();
        await account.HasModel();
        await using var stream = await OpenEvents.Open(own, account);

        // After this message, the listener is in the audience.
        await account.HasModel("another");
        await stream.Next();
        for (var beat = 0; beat < 3; beat++)
        {
            own.Time.Advance(TimeSpan.FromSeconds(14.9));
            own.Time.Advance(TimeSpan.FromSeconds(0.1));
            (await stream.NextLines()).Should().Equal(":");
        }
    }

    [Fact]
    public async Task Stream_InRealTime_HasTheEventsOfThePump()
    {
        await using var own = TestHost.With(("RollingDeploy:Clock:Mode", "real"));
        var account = own.NewAccount();
        await account.HasModel();
        await account.HasConfig("blue", 2);
        await using var stream = await OpenEvents.Open(own, account, "endpoint=demo&kind=statusChanged");
        await account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");
        (await stream.Next()).Sentence.Should().Be("The status is Creating.");

        await own.Time.AdvanceThroughTimer(TimeSpan.FromSeconds(6));

        (await stream.Next()).Sentence.Should().Be("The status has changed from Creating to InService.");
    }

    [Fact]
    public async Task Stream_WhenItsReaderIsGone_LeavesNothingBehind()
    {
        await using var own = TestHost.With();
        var account = own.NewAccount();
        var streams = own.Services.GetRequiredService<EventStreams>();
        var (one, other) = (await OpenEvents.Open(own, account), await OpenEvents.Open(own, account, "endpoint=demo"));
        await account.HasEndpoint();
        await one.Next();
        await other.Next();
        streams.Feeds.Should().Be(1);

        await one.DisposeAsync();
        await other.DisposeAsync();

        await Eventually.Holds(() => streams.Feeds == 0, "the feed goes on for nobody");
        await Eventually.Holds(() => !own.Time.IsArmedFor(TimeSpan.FromSeconds(15)), "the heartbeat goes on for nobody");
    }

    [Fact]
    public async Task Stream_WhenTheHostStops_EndsAtOnce()
    {
        await using var own = TestHost.With();
        var account = own.NewAccount();
        await using var stream = await OpenEvents.Open(own, account);

        own.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHostApplicationLifetime>().StopApplication();

        (await stream.NextLines()).Should().BeNull();
    }
}
