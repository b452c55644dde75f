namespace RollingDeploy.Core.Quotas;

/// <summary>The quota of an instance type, in a snapshot.</summary>
internal sealed record SavedQuota(string InstanceType, Quota Quota);
