using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Quotas;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>
/// Managed instance scaling: an instance more where a copy has no room, and fewer where copies went. While the endpoint itself is
/// deployed to, its counts belong to that deployment.
/// </summary>
internal static class InstanceScaling
{
    /// <summary>
    /// Adds an instance and returns it: it may yet fail, where the region has none. Null where none may be added, or where the
    /// copy would not fit on an empty one either.
    /// </summary>
    public static Instance? Add(Endpoint endpoint, string variantName, CopyNeeds? needs)
    {
        if (endpoint.Current?.Find(variantName) is not { Spec.ManagedScaling: { } scaling } variant
            || endpoint.Running is not null
            || Math.Max(variant.Live, variant.Desired) >= (scaling.MaxInstanceCount ?? int.MaxValue)
            || !variant.Spec.InstanceTypes.Any(type => endpoint.Region.Quotas.AllowsOneMore(endpoint, type))
            || !variant.Spec.Choices.All(choice => new HostRoom(new Instance("", choice, default)).Fits(needs)))
        {
            return null;
        }

        FleetOrders.Launch(endpoint, variant, FleetSide.Old, 1);
        var instance = variant.Instances[^1];
        if (instance.Failure is null)
        {
            variant.Desired++;
            variant.Strength++;
        }

        return instance;
    }

    /// <summary>
    /// A change of a component has ended. Where copies may have gone, instances without one are released: at once, or after the
    /// cooldown of the strategy CONSOLIDATION, which begins anew with each change.
    /// </summary>
    public static void CopiesChanged(Endpoint endpoint, string variantName, Deployment change)
    {
        var isNew = change is { Act: DeploymentAct.Create, Status: DeploymentStatus.Succeeded };
        if (!isNew && endpoint.Current?.Find(variantName) is { Spec.ManagedScaling: { } scaling } variant)
        {
            LookLater(endpoint, variant, scaling);
        }

        Release(endpoint);
    }

    /// <summary>An endpoint's fleets have been looked at: what is due to be released is.</summary>
    public static void FleetsLookedAt(Deployable subject)
    {
        if (subject is Endpoint endpoint)
        {
            Release(endpoint);
        }
    }

    /// <summary>Releases what is due to be released and idle, unless something is going on that may need it.</summary>
    public static void Release(Endpoint endpoint)
    {
        if (endpoint is not { Status: EndpointStatus.InService, Current: { } fleet })
        {
            return;
        }

        foreach (var variant in fleet.Variants.Where(variant => variant.ReleaseAt <= endpoint.Region.Now))
        {
            if (!endpoint.InferenceComponents.Any(each => each.VariantName == variant.Spec.VariantName && each.IsInTransition))
            {
                Release(endpoint, variant, variant.Spec.ManagedScaling!);
            }
        }
    }

    // Copies have no fixed places: they are taken to fill instances in order, so what is idle then is all that can be spared.
    private static void Release(Endpoint endpoint, VariantFleet variant, ManagedScaling scaling)
    {
        variant.ReleaseAt = null;
        var idle = new Placement(endpoint, variant.Spec.VariantName, null, null).Idle.ToList();
        var spare = Math.Min(idle.Count, variant.Live - scaling.MinInstanceCount);
        var step = Math.Min(spare, scaling.Consolidation?.MaximumStepSize ?? spare);
        if (step <= 0)
        {
            return;
        }

        variant.Release(idle.TakeLast(step), FleetOrders.Expect(endpoint, endpoint.Region.Timings.Termination));
        FleetLog.WriteChanges(endpoint);
        variant.Desired -= step;
        variant.Strength -= step;
        if (step < spare)
        {
            LookLater(endpoint, variant, scaling);
        }
    }

    private static void LookLater(Endpoint endpoint, VariantFleet variant, ManagedScaling scaling) =>
        variant.ReleaseAt = scaling.Consolidation is { } policy
            ? FleetOrders.Expect(endpoint, policy.Cooldown)
            : endpoint.Region.Now;
}
