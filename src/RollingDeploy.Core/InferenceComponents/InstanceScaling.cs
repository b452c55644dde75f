using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>Managed instance scaling, outwards: an instance more where a copy has no room.</summary>
internal static class InstanceScaling
{
    /// <summary>
    /// Adds an instance and returns it: it may yet fail, where the region has none. Null where none may be added, or where the
    /// copy would not fit on an empty one either. While the endpoint itself is deployed to, its counts belong to that deployment.
    /// </summary>
    public static Instance? Add(Endpoint endpoint, string variantName, CopyNeeds? needs)
    {
        if (endpoint.Current?.Find(variantName) is not { Spec.ManagedScaling: { } scaling } variant
            || endpoint.Running is not null
            || Math.Max(variant.Live, variant.Desired) >= (scaling.MaxInstanceCount ?? int.MaxValue)
            || !endpoint.Region.Quotas.AllowsOneMore(variant.Spec.InstanceType)
            || !new HostRoom(new Instance("", variant.Spec, default)).Fits(needs))
        {
            return null;
        }

        FleetOrders.Launch(endpoint, variant, FleetSide.Old, 1);
        var instance = variant.Instances[^1];
        variant.Desired += instance.Failure is null ? 1 : 0;
        return instance;
    }
}
