using Microsoft.Extensions.Logging.Abstractions;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Durability;

namespace RollingDeploy.Host.Tests.Durability;

/// <summary>Which calls are refused when commands are lost.</summary>
public sealed class CommandJournalTests : IDisposable
{
    private readonly FakeStore _store = new();
    private readonly CommandJournal _journal;
    private long _last;

    public CommandJournalTests() =>
        _journal = new CommandJournal(_store, TimeProvider.System, NullLogger<CommandJournal>.Instance);

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task Kept_OfACallWhoseCommandsWereKept_IsNotRefusedForLaterOnes()
    {
        var first = await Runs();
        await _journal.Empty();
        _store.IsBroken = true;
        var second = await Runs();
        await _journal.Empty();

        var one = () => _journal.Kept(first).AsTask();
        var other = () => _journal.Kept(second).AsTask();

        await one.Should().NotThrowAsync();
        await other.Should().ThrowAsync<AwsError>();
    }

    [Fact]
    public async Task Kept_OfACallThatOnlyRead_IsRefusedIfAnythingWasLost()
    {
        var read = await _journal.Wait();
        _store.IsBroken = true;
        await Runs();
        await _journal.Empty();

        var kept = () => _journal.Kept(read).AsTask();

        await kept.Should().ThrowAsync<AwsError>();
    }

    // A call that runs a command.
    private async Task<KeptCall> Runs()
    {
        var call = await _journal.Wait();
        _journal.Begin(call);
        _journal.Add(new("123456789012", ++_last, default, default, new Reached(), null, () => { }));
        return call;
    }
}
