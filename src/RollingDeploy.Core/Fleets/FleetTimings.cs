namespace RollingDeploy.Core.Fleets;

/// <summary>How long a simulated fleet takes for what takes minutes on AWS.</summary>
public sealed record FleetTimings
{
    /// <summary>From the order of an instance until it answers its ping: 5 s.</summary>
    public TimeSpan Launch { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A launch takes up to this much longer, by the world's seed: 0 s.</summary>
    public TimeSpan LaunchJitter { get; init; }

    /// <summary>
    /// From the order of an instance that never answers its ping until it is given up: 30 min, the least of what users report
    /// (sagemaker-endpoints.md §2.1). A variant may have its own.
    /// </summary>
    public TimeSpan PingTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>From a shift of traffic until it has settled (<c>ActivatingTraffic</c>): 1 s.</summary>
    public TimeSpan Activation { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>From the order to retire an instance until it is gone (<c>Deleting</c>): 1 s.</summary>
    public TimeSpan Termination { get; init; } = TimeSpan.FromSeconds(1);
}
