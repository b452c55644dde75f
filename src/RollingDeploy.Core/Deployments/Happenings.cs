namespace RollingDeploy.Core.Deployments;

/// <summary>Instances or copies have come or gone, or a deployment has begun or ended.</summary>
internal readonly record struct FleetsChanged(Deployable Subject);

/// <summary>Traffic goes by other shares from now on.</summary>
internal readonly record struct SharesChanged(Deployable Subject);

/// <summary>The fleets have been looked at, and what was due in them is done.</summary>
internal readonly record struct FleetsLookedAt(Deployable Subject);

/// <summary>A deployment has ended, and its subject has its new status.</summary>
internal readonly record struct DeploymentEnded(Deployable Subject, Deployment Deployment);

/// <summary>Something is about to be deleted.</summary>
internal readonly record struct DeletionBegins(Deployable Subject);
