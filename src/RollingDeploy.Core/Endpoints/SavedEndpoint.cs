using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Endpoints;

/// <summary>An endpoint, in a snapshot.</summary>
internal sealed record SavedEndpoint(
    EndpointStatus Status, string ConfigName, SavedDeployable Deployed, DeploymentConfig? LastDeploymentConfig = null);
