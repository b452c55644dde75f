using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Quotas;

/// <summary>The quota of an instance type was set.</summary>
public sealed record QuotaChanged(Quota Quota) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "quotaChanged";

    /// <inheritdoc/>
    public override string Sentence => $"The account may have {Of(Quota.Limit)} instances, and the region has {Of(Quota.Available)}.";

    private static string Of(int? count) => count is { } most ? FormattableString.Invariant($"{most}") : "any number of";
}
