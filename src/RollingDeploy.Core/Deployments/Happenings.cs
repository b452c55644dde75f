namespace RollingDeploy.Core.Deployments;

/// <summary>The notification that instances or copies have changed, or that a deployment has begun or ended.</summary>
internal readonly record struct FleetsChanged(Deployable Subject);

/// <summary>The notification that traffic shares have changed.</summary>
internal readonly record struct SharesChanged(Deployable Subject);

/// <summary>The notification that the fleets were checked and everything that was due in them is done.</summary>
internal readonly record struct FleetsLookedAt(Deployable Subject);

/// <summary>The notification that a deployment has ended and the resource has its new status.</summary>
internal readonly record struct DeploymentEnded(Deployable Subject, Deployment Deployment);

/// <summary>The notification that a resource is about to be deleted.</summary>
internal readonly record struct DeletionBegins(Deployable Subject);
