namespace RollingDeploy.Host.Tests.Fuzz;

/// <summary>
/// Sends bodies to a world, and holds the answer and the world afterwards against what is promised. Bodies share a world; some
/// time after one has been taken that changed it, its time is let pass and it is made again: nothing is left to update where it
/// has been deleted.
/// </summary>
internal sealed class Trial(FuzzedWorld world, bool isReading)
{
    private const int MostAfterAChange = 12;

    // Half a day outlasts whatever can be ordered, and takes longer than all the rest. Most worlds live for two hours, in which
    // alarms, bakes and policies have had many turns.
    private const int ShortLife = 7_200;
    private const int LongLife = 43_200;
    private const int LongLivedOutOf = 4;

    private readonly List<Sending> _changes = [];
    private ulong _state;
    private int _sentAfterAChange;
    private int _worlds;

    public int Taken { get; private set; }

    public async Task Begin()
    {
        await world.Prepare();
        _changes.Clear();
        _sentAfterAChange = 0;
        _state = world.Prepared;
    }

    /// <summary>What is wrong with the answer, or with the world after it; null when nothing is.</summary>
    public async Task<string?> Try(Sending sending)
    {
        var answer = await world.Send(sending);
        var isTaken = answer.Status == 200;
        Taken += isTaken ? 1 : 0;
        var state = StatePrinter.Hash(world.World);
        if (Verdict.Of(answer) is { } problem)
        {
            return problem;
        }

        if (state != _state)
        {
            if (!isTaken || isReading)
            {
                return await Difference(sending);
            }

            _state = state;
            _changes.Add(sending);
        }

        return _changes.Count > 0 && ++_sentAfterAChange >= MostAfterAChange ? await Renew() : null;
    }

    public async Task<string?> Renew()
    {
        var later = await world.Outlive(++_worlds % LongLivedOutOf == 0 ? LongLife : ShortLife);
        var before = world.Prepared;
        await Begin();
        return world.Prepared == before ? Verdict.Of(later) : "the same calls have made another world";
    }

    // Goes the same way again, this time with every field in words.
    private async Task<string> Difference(Sending sending)
    {
        await world.Prepare();
        foreach (var change in _changes)
        {
            await world.Send(change);
        }

        var before = StatePrinter.Lines(world.World);
        var answer = await world.Send(sending);
        var after = StatePrinter.Lines(world.World);
        var changes = before.Except(after).Take(5).Select(line => $"- {line}").Concat(after.Except(before).Take(5).Select(line => $"+ {line}"));
        return $"status {answer.Status}, yet the world has changed:\n{string.Join('\n', changes)}\n{answer.Text}";
    }
}
