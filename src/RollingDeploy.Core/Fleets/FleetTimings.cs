namespace RollingDeploy.Core.Fleets;

/// <summary>How long a simulated fleet takes for what takes minutes on AWS.</summary>
public sealed record FleetTimings
{
    /// <summary>From the order of an instance until it answers its ping: 5 s.</summary>
    public TimeSpan Launch { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A launch takes up to this much longer, by the world's seed: 0 s.</summary>
    public TimeSpan LaunchJitter { get; init; }

    /// <summary>From a shift of traffic until it has settled (<c>ActivatingTraffic</c>): 1 s.</summary>
    public TimeSpan Activation { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>From the order to retire an instance until it is gone (<c>Deleting</c>): 1 s.</summary>
    public TimeSpan Termination { get; init; } = TimeSpan.FromSeconds(1);
}
