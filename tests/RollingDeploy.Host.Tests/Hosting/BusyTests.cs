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
        await account.HasAlarmThatNeverSleeps();
        await using var advance = await Advance.Begin(account.Session);

        var answer = await account.Ours(route, body);

        answer.Status.Should().Be(409);
        answer.ContentType.Should().StartWith("application/problem+json");
        answer.At("detail").Should().Be("Another call is advancing the clock. Try again after that call has returned.");
    }

    [Fact]
    public async Task ClockCommand_AfterAnAdvance_IsCarriedOut()
    {
        var account = host.NewAccount();
        await account.HasAlarmThatNeverSleeps();
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

        (await account.Describes()).Status.Should().Be(200);
        (await account.Ours("GET clock")).Status.Should().Be(200);
    }

    [Fact]
    public async Task ClockCommand_OfAnotherAccount_IsNotDisturbed()
    {
        var (account, other) = (host.NewAccount(), host.NewAccount());
        await account.HasAlarmThatNeverSleeps();
        await using var advance = await Advance.Begin(account.Session);

        (await other.Advances(7)).At("now").Should().Be("2030-01-01T00:00:07Z");
    }

    [Fact]
    public async Task Reader_DuringALongAdvance_GetsIn()
    {
        var account = host.NewAccount();
        await account.HasAlarmThatNeverSleeps();
        await using var advance = await Advance.Begin(account.Session);

        // Half a thousand million evaluations: it can only end because somebody got in between.
        var answer = await account.CloudWatch("DescribeAlarms", "{}");

        answer.Status.Should().Be(200);
    }

    /// <summary>An advance of a thousand years that ends when the test has seen enough.</summary>
    private sealed class Advance : IAsyncDisposable
    {
        private readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Task _running = Task.CompletedTask;
        private volatile bool _isOver;

        public static async Task<Advance> Begin(WorldSession session)
        {
            var advance = new Advance();
            advance._running = session.Advance(
                world => new Goal(world.Now.AddYears(1000), _ => advance.IsOver()), CancellationToken.None);
            await advance._began.Task;
            return advance;
        }

        public async ValueTask DisposeAsync()
        {
            _isOver = true;
            await _running;
        }

        private bool IsOver()
        {
            _began.TrySetResult();
            return _isOver;
        }
    }
}
