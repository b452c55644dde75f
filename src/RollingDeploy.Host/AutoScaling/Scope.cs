using RollingDeploy.Core.AutoScaling;

namespace RollingDeploy.Host.AutoScaling;

/// <summary>What a request speaks of.</summary>
internal static class Scope
{
    /// <summary>One resource that can be scaled here.</summary>
    public static ScalableResource Resource(string serviceNamespace, string resourceId, string dimension) =>
        (serviceNamespace == ScalableResource.Service ? ScalableResource.Parse(resourceId, dimension) : null)
        ?? throw AutoScalingErrors.Unsupported();

    /// <summary>What a listing asks for. Of other services there is nothing, which is no error.</summary>
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
