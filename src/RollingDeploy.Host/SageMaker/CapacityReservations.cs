using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Quotas;
using RollingDeploy.Host.SageMaker.Shapes;
using Endpoint = RollingDeploy.Core.Endpoints.Endpoint;

namespace RollingDeploy.Host.SageMaker;

/// <summary>Describes the capacity reservation of a variant, derived from the fleet and the capacity of the region.</summary>
internal static class CapacityReservations
{
    /// <summary>
    /// There is no API to create reservations. So the size of a reservation is the capacity of the region for the variant's
    /// instance types (<c>/_rollingdeploy/quotas</c>). If there is no limit, it is what the endpoint uses.
    /// </summary>
    public static ProductionVariantCapacityReservationSummary? Of(
        Endpoint endpoint, VariantFleet variant, ProductionVariantCapacityReservationConfig? given)
    {
        if (given is null)
        {
            return null;
        }

        var used = Present(endpoint.Current, variant) + Present(endpoint.Pending, variant);
        var available = variant.Spec.InstanceTypes.Select(type => endpoint.Region.Quotas.Get(type).Available).ToList();
        var total = available.Contains(null) ? used : available.Sum()!.Value;
        return new()
        {
            MlReservationArn = given.MlReservationArn,
            CapacityReservationPreference = given.CapacityReservationPreference,
            TotalInstanceCount = total,
            AvailableInstanceCount = Math.Max(0, total - used),
            UsedByCurrentEndpoint = used,
        };
    }

    private static int Present(Fleet? fleet, VariantFleet variant) => fleet?.Find(variant.Spec.VariantName)?.Present ?? 0;
}
