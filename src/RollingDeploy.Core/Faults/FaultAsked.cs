namespace RollingDeploy.Core.Faults;

/// <summary>A fault was asked for; it may have to wait for its moment.</summary>
internal readonly record struct FaultAsked(Fault Fault);
