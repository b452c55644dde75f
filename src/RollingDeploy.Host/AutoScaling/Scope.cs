using RollingDeploy.Core.AutoScaling;

namespace RollingDeploy.Host.AutoScaling;

/// <summary>Reads the resource of a request.</summary>
internal static class Scope
{
    /// <summary>Returns the filter of a listing. Listings of other services are empty, without an error.</summary>
    public static Func<ScalableResource, bool> Filter(
        string serviceNamespace, IReadOnlyCollection<string>? resourceIds, string? dimension)
    {
        if (dimension is not null && resourceIds is null or { Count: 0 })
        {
            throw AutoScalingErrors.Validation("If you specify a scalable dimension, you must also specify a resource ID");
        }

        return resource => serviceNamespace == ScalableResource.Service
            && (resourceIds is null or { Count: 0 } || resourceIds.Contains(resource.Id))
            && (dimension is null || dimension == resource.Dimension);
    }
}
