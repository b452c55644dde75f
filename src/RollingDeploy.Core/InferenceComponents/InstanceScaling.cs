using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Quotas;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>
/// Simulates managed instance scaling. It adds an instance if there are not enough resources for a copy, and removes instances
/// without copies. It changes nothing while the endpoint itself is being deployed.
/// </summary>
internal static class InstanceScaling
{
    // "After 10 additional minutes of inactivity, SageMaker automatically terminates all underlying instances" (AWS's notebook
    // scale_down_to_zero.ipynb). The recorded output of ic_rolling_deployment.ipynb shows nearly ten minutes too.
    private static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Adds an instance and returns it. Its launch may fail. Returns null if no instance can be added, or if the copy would not
    /// fit on an empty instance.
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
    /// Schedules the release of instances without copies, after the deployment of a component has ended. They are released after
    /// ten minutes, or with the strategy CONSOLIDATION after its cooldown. The time starts again with each change. The successful
    /// creation of a component releases none.
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

    /// <summary>Releases instances that are due, after the fleets of an endpoint were checked.</summary>
    public static void FleetsLookedAt(Deployable subject)
    {
        if (subject is Endpoint endpoint)
        {
            Release(endpoint);
        }
    }

    /// <summary>Releases idle instances that are due, unless a component on their variant is in transition.</summary>
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

    // Copies have no fixed instances. They are assigned to instances in order, and instances that get none are idle.
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
        variant.ReleaseAt = FleetOrders.Expect(endpoint, scaling.Consolidation?.Cooldown ?? IdleTime);
}
