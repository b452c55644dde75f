using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using RollingDeploy.Host.Hosting.Settings;
using RollingDeploy.Host.Terminal;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.Routing;

namespace RollingDeploy.Host.Tests.Terminal;

/// <summary>A line for each AWS call.</summary>
public sealed class CallLinesTests : IAsyncLifetime
{
    private readonly HeardLog _log = new(LogLevel.Debug, LogCategories.Calls);
    private readonly TestHost _host;
    private readonly Account _account;

    public CallLinesTests()
    {
        _host = TestHost.With(_log, ("Logging:LogLevel:Default", "Debug"));
        _account = _host.NewAccount();
    }

    [Fact]
    public async Task Line_OfACallThatChangesSomething_TellsAllOfIt()
    {
        await _account.SageMaker("CreateModel", Model, region: "eu-west-1");

        var line = await Only();
        line.Level.Should().Be(LogLevel.Information);
        line.Event.Should().Be("Answered");
        line.Message.Should().MatchRegex($"^{_account.Id} eu-west-1 2030-01-01T00:00:00Z CreateModel m 200 [0-9.]+ ms$");
        line.Properties.Should().Contain(
            new("Account", _account.Id), new("Region", "eu-west-1"), new("Operation", "CreateModel"), new("Resource", "m"), new("Status", 200),
            new("VirtualTime", new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        line.Properties["Milliseconds"].Should().BeOfType<double>();
    }

    [Fact]
    public async Task Line_OfACallThatReads_IsForDebugging()
    {
        await _account.SageMaker("ListModels", "{}");

        var line = await Only();
        line.Level.Should().Be(LogLevel.Debug);
        line.Message.Should().Contain(" ListModels - 200 ");
    }

    [Theory]
    [InlineData("DescribeModel", """{"ModelName":"none"}""", "DescribeModel none 400 ValidationException ")]
    [InlineData("CreateModel", """{"ModelName":"m","Tags":7}""", "CreateModel - 400 SerializationException ")]
    [InlineData("CreateModel", """{"ModelName":"-"}""", "CreateModel - 400 ValidationException ")]
    [InlineData("CreateModels", "{}", "CreateModels - 400 UnknownOperationException ")]
    public async Task Line_OfARefusal_HasTheError(string operation, string body, string words)
    {
        await _account.SageMaker(operation, body);

        var line = await Only();
        line.Level.Should().Be(LogLevel.Information);
        line.Event.Should().Be("Refused");
        line.Message.Should().StartWith($"{_account.Id} us-east-1 2030-01-01T00:00:00Z ").And.Contain(words);
    }

    [Fact]
    public async Task Line_OfEachProtocol_IsTheSame()
    {
        await _account.Query("Action=DeleteAlarms&AlarmNames.member.1=a&AlarmNames.member.2=b");
        await _account.CloudWatch("DeleteAlarms", """{"AlarmNames":["a","b"]}""");
        await _account.Plain("cloudwatch/DeleteAlarms", """{"AlarmNames":["a","b"]}""");

        await Heard(3);
        _log.Messages.Should().OnlyContain(message => message.Contains($"{_account.Id} us-east-1 2030-01-01T00:00:00Z DeleteAlarms a,b 200 "));
    }

    [Fact]
    public async Task Line_OfAModelThatFails_HasItsStatus()
    {
        await _account.Runtime("nowhere/invocations", "1,2,3");

        (await Only()).Message.Should().Contain(" InvokeEndpoint nowhere 400 ValidationError ");
    }

    [Fact]
    public async Task Line_OfACallForAnotherService_HasItsPath()
    {
        var s3 = ("Authorization", $"AWS4-HMAC-SHA256 Credential={_account.Id}/20300101/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature=0");

        await _account.Send(HttpMethod.Put, "/bucket/key", "x", null, s3);

        (await Only()).Message.Should().Contain($"{_account.Id} eu-west-1 2030-01-01T00:00:00Z PUT /bucket/key - 400 NotImplemented ");
    }

    [Fact]
    public async Task Line_OfWhatIsNoAwsCall_IsNotThere()
    {
        await _account.Send(HttpMethod.Get, "/favicon.ico", null, null);
        await _account.Ours("GET clock");
        await _account.SageMaker("ListModels", "{}");

        (await Only()).Message.Should().Contain("ListModels");
    }

    [Fact]
    public async Task Line_OfAnEndlessOperation_IsCut()
    {
        await _account.SageMaker(new string('x', 4000), "{}");

        (await Only()).Message.Length.Should().BeLessThan(300);
    }

    [Fact]
    public void Write_WithTheLevelOff_AllocatesNothing()
    {
        var lines = new CallLines(NullLoggerFactory.Instance, null!);
        var (request, reply) = (new DefaultHttpContext().ToRequest(), new Reply(200, null, default));
        void Write() => lines.Write(request, reply, Stopwatch.GetTimestamp());
        Write();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Write();

        GC.GetAllocatedBytesForCurrentThread().Should().Be(before);
    }

    public async ValueTask InitializeAsync() => await _host.InitializeAsync();

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    private const string Model =
        """{"ModelName":"m","ExecutionRoleArn":"arn:aws:iam::111122223333:role/r","PrimaryContainer":{"Image":"i"}}""";

    private async Task<HeardEntry> Only()
    {
        await Heard(1);
        return _log.Entries.Should().ContainSingle().Which;
    }

    // A line is written when its answer is on its way.
    private Task Heard(int lines) => Eventually.Holds(() => _log.Entries.Count >= lines, "a line was written");
}
