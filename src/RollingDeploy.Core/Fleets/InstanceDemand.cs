using System.Collections.Immutable;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;

namespace RollingDeploy.Core.Fleets;

/// <summary>How many instances of each type a plan needs.</summary>
internal sealed record InstanceDemand(Plan Plan, ImmutableArray<string> VariantNames, Fleet? Current, Fleet? Pending)
{
    /// <summary>What an endpoint holds of a type: what stands, or the peak of the plan that runs.</summary>
    public static int Of(Endpoint endpoint, string instanceType)
    {
        var standing = Standing(endpoint, instanceType);
        return endpoint.Running?.Deployment is { } deployment
            ? Math.Max(standing, new InstanceDemand(deployment.Forward, deployment.VariantNames, endpoint.Current, endpoint.Pending).Peak(instanceType))
            : standing;
    }

    public static int Standing(Endpoint endpoint, string instanceType) =>
        (endpoint.Current?.CountOf(instanceType) ?? 0) + (endpoint.Pending?.CountOf(instanceType) ?? 0);

    public int AtStart(string instanceType) => Count(Plan.Start, instanceType);

    public int Peak(string instanceType) =>
        Plan.Steps.Select(step => Count(step.Targets, instanceType)).Append(AtStart(instanceType)).Max();

    private int Count(ImmutableArray<Target> targets, string instanceType) => targets
        .Select((target, i) =>
            (Is(Current, VariantNames[i], instanceType) ? target.Old : 0) + (Is(Pending, VariantNames[i], instanceType) ? target.New : 0))
        .Sum();

    private static bool Is(Fleet? fleet, string variantName, string instanceType) =>
        string.Equals(fleet?.Find(variantName)?.Spec.InstanceType, instanceType, StringComparison.OrdinalIgnoreCase);
}
