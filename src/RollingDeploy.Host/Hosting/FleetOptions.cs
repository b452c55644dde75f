using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Host.Hosting;

/// <summary>The durations of the simulated fleet, in virtual seconds.</summary>
internal sealed class FleetOptions
{
    public double LaunchSeconds { get; set; } = 5;

    public double LaunchJitterSeconds { get; set; }

    /// <summary>The seconds within which an instance must answer its ping, unless its variant sets a timeout.</summary>
    public double PingTimeoutSeconds { get; set; } = 1800;

    public double ActivationSeconds { get; set; } = 1;

    public double TerminationSeconds { get; set; } = 1;

    public IEnumerable<(string Name, double Seconds)> All() =>
    [
        (nameof(LaunchSeconds), LaunchSeconds),
        (nameof(LaunchJitterSeconds), LaunchJitterSeconds),
        (nameof(PingTimeoutSeconds), PingTimeoutSeconds),
        (nameof(ActivationSeconds), ActivationSeconds),
        (nameof(TerminationSeconds), TerminationSeconds),
    ];

    public FleetTimings ToTimings() => new()
    {
        Launch = TimeSpan.FromSeconds(LaunchSeconds),
        LaunchJitter = TimeSpan.FromSeconds(LaunchJitterSeconds),
        PingTimeout = TimeSpan.FromSeconds(PingTimeoutSeconds),
        Activation = TimeSpan.FromSeconds(ActivationSeconds),
        Termination = TimeSpan.FromSeconds(TerminationSeconds),
    };
}
