namespace RollingDeploy.Core;

/// <summary>What can be read from a world without its lock: each value is that of the last turn.</summary>
/// <param name="Now">The virtual time.</param>
/// <param name="NextDue">When the next thing that waits is due; null if nothing waits.</param>
/// <param name="InTransition">The number of endpoints and inference components that are changing.</param>
/// <param name="HasCallFaults">Whether a fault may strike calls of the API, now or later.</param>
public readonly record struct WorldGlance(
    DateTimeOffset Now, DateTimeOffset? NextDue, int InTransition, bool HasCallFaults);
