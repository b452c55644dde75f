using RollingDeploy.Core.Alarms;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>The metric of a target tracking policy.</summary>
/// <param name="Source">The source of the datapoints.</param>
/// <param name="Document">The members of PutMetricAlarm for this metric, as a JSON object.</param>
public sealed record ScalingMetric(AlarmSource Source, string Document);

/// <summary>Scales in proportion to a metric, so that the metric stays near a target value.</summary>
public sealed record TargetTracking(double TargetValue, ScalingMetric Metric) : ScalingConfiguration
{
    // Without it, rounding errors of binary fractions could change a capacity of 3 at exactly the target value.
    private const double Tolerance = 1e-9;

    /// <summary>AWS's default for SageMaker: 300 s.</summary>
    public static readonly TimeSpan DefaultCooldown = TimeSpan.FromSeconds(300);

    /// <inheritdoc/>
    public override TimeSpan OutCooldown => ScaleOutCooldown;

    /// <inheritdoc/>
    public override TimeSpan InCooldown => ScaleInCooldown;

    /// <summary>The cooldown period after a scale-out.</summary>
    public TimeSpan ScaleOutCooldown { get; init; } = DefaultCooldown;

    /// <summary>The cooldown period after a scale-in.</summary>
    public TimeSpan ScaleInCooldown { get; init; } = DefaultCooldown;

    /// <summary>Whether the policy never scales in.</summary>
    public bool DisableScaleIn { get; init; }

    /// <summary>
    /// Returns the capacity at which the metric would have the target value, rounded up. For example, with a target value of 100,
    /// 4 instances become 6 for a metric of 150, and 2 for a metric of 30. The result is at most <see cref="int.MaxValue"/>.
    /// </summary>
    public int CapacityFor(int basis, double value) =>
        (int)Math.Clamp(Math.Ceiling((basis * value / TargetValue) - Tolerance), 0, int.MaxValue);
}
