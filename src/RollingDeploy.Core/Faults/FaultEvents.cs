using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Faults;

/// <summary>A fault was added.</summary>
public sealed record FaultAdded(FaultKind Fault, FaultScope Scope, int? Times) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "faultAdded";

    /// <inheritdoc/>
    public override string Sentence => $"The fault {FaultWord.Of(Fault)} was asked for.";
}

/// <summary>A fault was removed.</summary>
public sealed record FaultRemoved(FaultKind Fault) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "faultRemoved";

    /// <inheritdoc/>
    public override string Sentence => $"The fault {FaultWord.Of(Fault)} was taken back.";
}

/// <summary>A fault has occurred.</summary>
/// <param name="Fault">What failed.</param>
/// <param name="Where">Where it failed.</param>
/// <param name="Hits">How many times it has occurred so far.</param>
public sealed record FaultStruck(FaultKind Fault, FaultScope Where, int Hits) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "faultStruck";

    /// <inheritdoc/>
    public override string Sentence => $"The fault {FaultWord.Of(Fault)} has struck {(Hits == 1 ? "once" : $"{Hits} times")}.";
}
