namespace RollingDeploy.Core.Events;

/// <summary>
/// Records that time has reached this moment. The command changes nothing itself. It is recorded before the state of this moment
/// is shown, so that a replay of the commands reaches the same moment.
/// </summary>
public sealed record Reached() : Command<bool>("")
{
    /// <inheritdoc/>
    protected internal override bool Execute(Region region) => true;
}

/// <summary>
/// Changes how the time of a world passes. The clock is not part of the world; the command only logs its settings.
/// </summary>
public sealed record SetClock(ClockMode Mode, double Speed, StopAt StopAt) : Command<bool>("")
{
    /// <inheritdoc/>
    protected internal override bool Execute(Region region)
    {
        region.Log(SubjectType.Account, "", new ClockChanged(Mode, Speed, StopAt));
        return true;
    }
}

/// <summary>The time of a world passes differently from now on.</summary>
public sealed record ClockChanged(ClockMode Mode, double Speed, StopAt StopAt) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "clockChanged";

    /// <inheritdoc/>
    public override string Sentence => Mode switch
    {
        ClockMode.Real => "Time passes as on a wall clock.",
        ClockMode.Scaled => FormattableString.Invariant($"Time passes {Speed} times as fast as on a wall clock."),
        ClockMode.Frozen => "Time stands still.",
        ClockMode.Skip when StopAt == StopAt.Baking => "Time leaps while anything is in transition, and stops where a guarded bake begins.",
        ClockMode.Skip => "Time leaps while anything is in transition.",
    };
}

/// <summary>A world was created, at startup or by a reset.</summary>
/// <param name="Seed">The seed of its random numbers.</param>
public sealed record WorldBegan(ulong Seed) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "worldBegan";

    /// <inheritdoc/>
    public override string Sentence => FormattableString.Invariant($"The world begins, with the seed {Seed}.");
}

/// <summary>
/// Ends an epoch of an account. The next epoch begins with an empty world, as at start-up, which replaces the old one.
/// </summary>
/// <param name="Start">The virtual time at which the next epoch begins.</param>
/// <param name="Seed">The seed of the next epoch's random values.</param>
public sealed record Reset(DateTimeOffset Start, ulong Seed) : Command<bool>("")
{
    /// <inheritdoc/>
    protected internal override bool Execute(Region region)
    {
        region.Log(SubjectType.Account, "", new WorldReset());
        return true;
    }
}

/// <summary>The account was reset. This is the last event of its epoch.</summary>
public sealed record WorldReset : EventData
{
    /// <inheritdoc/>
    public override string Kind => "worldReset";

    /// <inheritdoc/>
    public override string Sentence => "The account is reset to its state at start-up.";
}
