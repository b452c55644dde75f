namespace RollingDeploy.Core.Events;

/// <summary>
/// Time has come this far. It changes nothing by itself: it is written down before anything shows what ran up to that moment, so
/// that a world that is played again comes as far.
/// </summary>
public sealed record Reached() : Command<bool>("")
{
    /// <inheritdoc/>
    protected internal override bool Execute(Region region) => true;
}

/// <summary>
/// Changes how a world's time passes. The machine's clock stands outside of a world; what was said of it is written down.
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

/// <summary>A world's time passes in another way from now on.</summary>
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

/// <summary>A world begins: at start-up, and with each reset.</summary>
/// <param name="Seed">Where its randomness starts.</param>
public sealed record WorldBegan(ulong Seed) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "worldBegan";

    /// <inheritdoc/>
    public override string Sentence => FormattableString.Invariant($"The world begins, with the seed {Seed}.");
}

/// <summary>
/// Ends an epoch of an account: the next one begins with an empty world, as at start-up. a world makes it.
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

/// <summary>An epoch of an account ends with a reset. It is the last event of its epoch.</summary>
public sealed record WorldReset : EventData
{
    /// <inheritdoc/>
    public override string Kind => "worldReset";

    /// <inheritdoc/>
    public override string Sentence => "The account is reset to its state at start-up.";
}
