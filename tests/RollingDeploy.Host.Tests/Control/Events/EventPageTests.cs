using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Control.Events;

/// <summary>The same events, a page at a time.</summary>
public sealed class EventPageTests(TestHost host)
{
    [Fact]
    public async Task Page_FromTheBeginning_HasTheEventsAndWhereTheNextOneBegins()
    {
        var account = host.NewAccount();
        await account.HasModel();

        var page = await account.Page("after=0");

        page.ToJsonString().Should().Be(
            $$$"""{"events":[{"epoch":1,"sequence":1,"time":"2030-01-01T00:00:00Z","region":"","subject":{"type":"account","name":""},"kind":"worldBegan","sentence":"The world begins, with the seed 1.","data":{"seed":1}},{"epoch":1,"sequence":2,"time":"2030-01-01T00:00:00Z","region":"us-east-1","subject":{"type":"model","name":"model"},"kind":"resourceCreated","sentence":"The model arn:aws:sagemaker:us-east-1:{{{account.Id}}}:model/model was created.","data":{"noun":"model","arn":"arn:aws:sagemaker:us-east-1:{{{account.Id}}}:model/model"}}],"next":"1-2"}""");
    }

    [Fact]
    public async Task Page_WithoutAPlace_SaysWhereThePresentIs()
    {
        var account = host.NewAccount();
        await account.HasModel();

        (await account.Page("")).ToJsonString().Should().Be("""{"events":[],"next":"1-2"}""");
    }

    [Fact]
    public async Task Page_OfAnAccountThatNobodyHasUsed_IsThatOfAnEmptyWorld()
    {
        var account = host.NewAccount();

        var next = (await account.Page(""))["next"]!.GetValue<string>();
        await account.HasModel();

        (await account.Page($"after={next}"))["events"]!.AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task Pages_OneAfterTheOther_HaveEveryEventOnce()
    {
        var account = host.NewAccount();
        await account.HasEndpoint();
        var all = (await account.Page("after=0&limit=1000&endpoint=demo"))["events"]!.AsArray();

        var (next, sequences) = ("0", new List<long>());
        while (true)
        {
            var page = await account.Page($"after={next}&limit=2&endpoint=demo");
            if (page["events"]!.AsArray() is not { Count: > 0 } events)
            {
                break;
            }

            events.Count.Should().BeLessThanOrEqualTo(2);
            sequences.AddRange(events.Select(each => each!["sequence"]!.GetValue<long>()));
            next = page["next"]!.GetValue<string>();
        }

        sequences.Should().Equal(all.Select(each => each!["sequence"]!.GetValue<long>())).And.HaveCountGreaterThan(4);
    }

    [Fact]
    public async Task Page_FromBeforeAReset_SaysWhatWasMissed()
    {
        var account = host.NewAccount();
        await account.HasModel();
        await account.Ours("POST reset");

        var page = await account.Page("after=1-1");

        page["missed"]!["from"]!.GetValue<string>().Should().Be("1-2");
        page["missed"]!["to"]!.GetValue<string>().Should().Be("2-0");
        page["next"]!.GetValue<string>().Should().Be("2-1");
    }

    [Fact]
    public async Task Page_InRealTime_HasWhatWasDueBeforeTheCall()
    {
        await using var own = TestHost.With(("RollingDeploy:Clock:Mode", "frozen"));
        var account = own.NewAccount();
        await account.HasModel();
        await account.HasConfig("blue", 1);
        await account.Ours("PUT clock", """{"mode":"real"}""");
        await account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");
        own.Time.Advance(TimeSpan.FromMinutes(1));

        var kinds = (await account.Page("after=0&endpoint=demo&kind=succeeded"))["events"]!.AsArray();

        kinds.Should().ContainSingle();
    }

    [Fact]
    public async Task Events_AfterAHeaderThatIsNoPlace_NameTheHeader()
    {
        var account = host.NewAccount();

        var answer = await account.Send(
            HttpMethod.Get, $"/_rollingdeploy/events?account={account.Id}", null, null, ("Last-Event-ID", "foo"));

        answer.Status.Should().Be(400);
        answer.At("field").Should().Be("Last-Event-ID");
    }

    [Theory]
    [InlineData("after=x", "after", "'x' is not a place. Use the sequence number of an event, such as 17, or its ID, such as 1-17.")]
    [InlineData("after=1-2-3", "after", "'1-2-3' is not a place. Use the sequence number of an event, such as 17, or its ID, such as 1-17.")]
    [InlineData("after=-1", "after", "'-1' is not a place. Use the sequence number of an event, such as 17, or its ID, such as 1-17.")]
    [InlineData("wait=no", "wait", "Unknown value 'no' for wait; use true or false.")]
    [InlineData("limit=5", "limit", "A stream has no limit. Add wait=false to get a page.")]
    [InlineData("wait=false&clock=true", "clock", "A page has no messages about the clock. GET /_rollingdeploy/clock returns it.")]
    [InlineData("wait=false&limit=0", "limit", "'0' is no valid limit; use a whole number from 1 to 1000.")]
    [InlineData("wait=false&limit=1001", "limit", "'1001' is no valid limit; use a whole number from 1 to 1000.")]
    [InlineData("format=json", "format", "Unknown value 'json' for format; use eventbridge, or leave it out.")]
    [InlineData("kind=", "kind", "The parameter kind has no value. Leave it out, or name kinds such as statusChanged.")]
    [InlineData("endpoint=", "endpoint", "The parameter endpoint has no value. Leave it out, or give it one.")]
    [InlineData("endpoint=a&endpoint=b", "endpoint", "The parameter endpoint may be given only once.")]
    [InlineData("kind=statuschanged", "kind", "There is no kind 'statuschanged' of events. Did you mean statusChanged?")]
    [InlineData("kind=shifted,nope", "kind", "There is no kind 'nope' of events.")]
    [InlineData("kinds=x", "kinds", "Unknown query parameter 'kinds'. Did you mean kind?")]
    [InlineData("zzzzzzzz=x", "zzzzzzzz", "Unknown query parameter 'zzzzzzzz'. Use account, region, after, endpoint, kind, format, wait, clock or limit.")]
    public async Task Events_WithAParameterThatIsNotValid_AreRefused(string query, string field, string detail)
    {
        var answer = await host.NewAccount().Events(query);

        answer.Status.Should().Be(400);
        answer.At("field").Should().Be(field);
        answer.At("detail").Should().Be(detail);
    }
}
