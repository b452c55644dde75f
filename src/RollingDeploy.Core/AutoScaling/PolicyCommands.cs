using System.Collections.Immutable;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Guards;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>The result of PutScalingPolicy.</summary>
/// <param name="Arn">The ARN of the policy.</param>
/// <param name="OwnAlarms">The alarms that the policy has created.</param>
public sealed record PolicyWasPut(string Arn, ImmutableArray<string> OwnAlarms);

/// <summary>
/// Creates a policy or replaces its configuration. Alarms that the policy created for its old configuration are replaced.
/// </summary>
public sealed record PutScalingPolicy(
    string Region, ScalableKey Key, string Name, ScalingConfiguration Configuration, string Document)
    : Command<PolicyWasPut>(Region)
{
    // AWS's quota: the most policies of a scalable target.
    private const int Most = 50;

    /// <summary>Whether the request has a policy type, which is required for a new policy.</summary>
    public bool NamesItsType { get; init; } = true;

    /// <summary>The UUID in the ARN of a new policy; null for a random one.</summary>
    public string? Id { get; init; }

    /// <summary>
    /// The names of the alarms of a target tracking policy that was found elsewhere. An alarm without a name here gets
    /// a new one.
    /// </summary>
    public ImmutableArray<string> AlarmNames { get; init; } = [];

    /// <inheritdoc/>
    protected internal override PolicyWasPut Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var target = Key.TargetIn(region) ?? throw ScalingErrors.NotRegistered(Key);
        var policy = target.FindPolicy(Name);
        Require(target, policy);
        if (policy is null)
        {
            policy = new ScalingPolicy(region, target, Name, Id ?? region.Scaling.NextUuid());
            region.Scaling.Add(policy);
        }

        region.Quarantine.Remove(policy.Owner);
        TrackingAlarms.Delete(region, policy);
        (policy.Configuration, policy.Document) = (Configuration, Document);
        region.Log(SubjectType.ScalingPolicy, policy.Arn, new PolicyPut(Name, Key.Id, Document));
        TrackingAlarms.Put(region, policy, AlarmNames);
        return new(policy.Arn, policy.OwnAlarms);
    }

    private void Require(ScalableTarget target, ScalingPolicy? present)
    {
        if (present is null && !NamesItsType)
        {
            throw ScalingErrors.TypeMissing();
        }

        if (present is null && target.Policies.Count >= Most)
        {
            throw ScalingErrors.LimitExceeded("scaling policies for a scalable target", Most);
        }

        if (Configuration is TargetTracking tracking && target.Policies.Any(other => other != present
            && other.Configuration is TargetTracking theirs && theirs.Metric.Document == tracking.Metric.Document))
        {
            throw ScalingErrors.MetricTaken();
        }
    }
}

/// <summary>
/// Deletes a policy and the alarms that it created. Alarms that users created are kept. The result is the ARN of the policy.
/// </summary>
public sealed record DeleteScalingPolicy(string Region, ScalableKey Key, string Name) : Command<string>(Region)
{
    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var policy = Key.TargetIn(region)?.FindPolicy(Name) ?? throw ScalingErrors.PolicyNotFound(Key, Name);
        Remove(region, policy);
        return policy.Arn;
    }

    internal static void Remove(Region region, ScalingPolicy policy)
    {
        TrackingAlarms.Delete(region, policy);
        region.Scaling.Remove(policy);
        region.Log(SubjectType.ScalingPolicy, policy.Arn, new PolicyDeleted(policy.Name, policy.Target.Resource.Id));
        region.Quarantine.Remove(policy.Owner);
    }
}
