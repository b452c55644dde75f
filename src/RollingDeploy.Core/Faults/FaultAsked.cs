namespace RollingDeploy.Core.Faults;

/// <summary>The notification that a fault was added. The fault may still wait for its moment.</summary>
internal readonly record struct FaultAsked(Fault Fault);
