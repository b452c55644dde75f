using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>An inference component, in a snapshot.</summary>
/// <param name="Status">The status.</param>
/// <param name="Endpoint">The name of the endpoint.</param>
/// <param name="Variant">The name of the variant.</param>
/// <param name="Revisions">The number of specifications so far.</param>
/// <param name="Deployed">What all resources that are deployed have.</param>
/// <param name="Asked">The fleet of the creation, if it is neither the current nor the pending one.</param>
/// <param name="AskedIs">Which fleet that of the creation is.</param>
/// <param name="Base">The name of the base component of an adapter.</param>
/// <param name="LastDeploymentConfig">The DeploymentConfig of the last update that had one.</param>
internal sealed record SavedComponent(
    InferenceComponentStatus Status,
    string Endpoint,
    string Variant,
    int Revisions,
    SavedDeployable Deployed,
    SavedFleet? Asked = null,
    AskedFleet AskedIs = AskedFleet.Other,
    string? Base = null,
    DeploymentConfig? LastDeploymentConfig = null);

/// <summary>Which fleet of a component is that of its creation.</summary>
internal enum AskedFleet
{
    /// <summary>A fleet that is gone otherwise.</summary>
    Other,

    /// <summary>The current one.</summary>
    Current,

    /// <summary>The one that is being deployed.</summary>
    Pending,
}
