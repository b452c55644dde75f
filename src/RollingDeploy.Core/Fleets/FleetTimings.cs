namespace RollingDeploy.Core.Fleets;

/// <summary>The simulated durations of operations that take minutes on AWS.</summary>
public sealed record FleetTimings
{
    /// <summary>From the launch of an instance until it passes its ping health check. The default is 5 s.</summary>
    public TimeSpan Launch { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The maximum random addition to the launch time. The default is 0 s.</summary>
    public TimeSpan LaunchJitter { get; init; }

    /// <summary>
    /// The timeout of the ping health check, from the launch of an instance that never passes it until the launch fails. The
    /// default is 30 min, the shortest time that users report (sagemaker-endpoints.md §2.1). A variant can have its own timeout.
    /// </summary>
    public TimeSpan PingTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>From the start of a traffic shift until it is complete (<c>ActivatingTraffic</c>). The default is 1 s.</summary>
    public TimeSpan Activation { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// From the start of the termination of an instance until it has ended (<c>Deleting</c>). The default is 1 s.
    /// </summary>
    public TimeSpan Termination { get; init; } = TimeSpan.FromSeconds(1);
}
