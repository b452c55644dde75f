namespace RollingDeploy.Host.Durability;

/// <summary>A call whose answer waits until everything that it shows is kept.</summary>
/// <param name="failures">The number of groups that had been lost when it began.</param>
internal sealed class KeptCall(long failures)
{
    private readonly List<CommandGroup> _groups = [];
    private bool _hasEnded;

    /// <summary>The number of groups that had been lost when it began.</summary>
    public long Failures => failures;

    /// <summary>Notes that it has run a command that is in a group. The caller holds the lock of the journal.</summary>
    public void Note(CommandGroup group)
    {
        // What a call has begun can go on after it.
        if (!_hasEnded && !_groups.Contains(group))
        {
            _groups.Add(group);
        }
    }

    /// <summary>
    /// Returns the groups that have its commands. From then on, no more are noted. The caller holds the lock of the journal.
    /// </summary>
    public IReadOnlyList<CommandGroup> End()
    {
        _hasEnded = true;
        return _groups;
    }
}
