using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Hosting;

/// <summary>What happens during an advance: the test holds one open from inside.</summary>
public sealed class BusyTests(TestHost host)
{
    [Theory]
    [InlineData("POST clock/advance", """{"seconds":1}""")]
    [InlineData("POST clock/advance", """{"toNextEvent":true}""")]
    [InlineData("PUT clock", """{"mode":"real"}""")]
    [InlineData("POST reset", null)]
    public async Task ClockCommand_DuringAnAdvance_IsAConflict(string route, string? body)
    {
        var account = host.NewAccount();
        await using var advance = await Advance.Begin(account.Session);

        var answer = await account.Ours(route, body);

        answer.Status.Should().Be(409);
        answer.ContentType.Should().StartWith("application/problem+json");
        answer.At("detail").Should().Be("Time is being advanced; try again when that call has returned.");
    }

    [Fact]
    public async Task ClockCommand_AfterAnAdvance_IsCarriedOut()
    {
        var account = host.NewAccount();
        var advance = await Advance.Begin(account.Session);

        await advance.DisposeAsync();

        (await account.Advances(1)).Status.Should().Be(200);
    }

    [Fact]
    public async Task OtherCalls_DuringAnAdvance_AreAnswered()
    {
        var account = host.NewAccount();
        await account.HasEndpoint();
        await using var advance = await Advance.Begin(account.Session);

        await account.Updates();

        (await account.Describes()).At("EndpointStatus").Should().Be("Updating");
        (await account.Ours("GET clock")).Status.Should().Be(200);
    }

    [Fact]
    public async Task ClockCommand_OfAnotherAccount_IsNotDisturbed()
    {
        var (account, other) = (host.NewAccount(), host.NewAccount());
        await using var advance = await Advance.Begin(account.Session);

        (await other.Advances(7)).At("now").Should().Be("2030-01-01T00:00:07Z");
        (await account.Ours("GET clock")).At("now").Should().Be("2030-01-01T00:00:00Z");
    }

    [Fact]
    public async Task Reader_DuringALongAdvance_GetsIn()
    {
        var account = host.NewAccount();
        await account.HasAlarm();
        var hasRead = false;
        var began = new TaskCompletionSource();
        var end = account.World.Now.AddYears(1000);

        // Half a thousand million evaluations: it can only end because somebody got in between.
        var advance = Task.Run(() => account.Session.Advance(world =>
        {
            began.SetResult();
            return world.RunUntil(end, _ => Volatile.Read(ref hasRead));
        }));
        await began.Task;
        var answer = await account.CloudWatch("DescribeAlarms", "{}");
        Volatile.Write(ref hasRead, true);

        answer.Status.Should().Be(200);
        (await advance).Should().BeTrue();
    }

    private sealed class Advance(Task running, TaskCompletionSource release) : IAsyncDisposable
    {
        public static async Task<Advance> Begin(WorldSession session)
        {
            var (began, release) = (new TaskCompletionSource(), new TaskCompletionSource());
            var running = Task.Run(() => session.Advance(_ =>
            {
                began.SetResult();
                release.Task.Wait();
                return 0;
            }));
            await began.Task;
            return new Advance(running, release);
        }

        public async ValueTask DisposeAsync()
        {
            release.TrySetResult();
            await running;
        }
    }
}
