using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>Refuses a new instance type for a variant that is a scalable target, as AWS does.</summary>
internal static class InstanceTypeRules
{
    public static void RequireKept(Endpoint endpoint, Fleet next)
    {
        foreach (var target in endpoint.Region.Scaling.Targets)
        {
            if (target.Resource is VariantInstances scaled
                && scaled.Find(endpoint.Region) == endpoint
                && endpoint.Current?.Find(scaled.VariantName) is { } variant
                && next.Find(scaled.VariantName) is { } successor
                && !variant.Spec.InstanceTypes.SequenceEqual(successor.Spec.InstanceTypes))
            {
                throw ScalingErrors.VariantIsScaled(scaled.VariantName);
            }
        }
    }
}
