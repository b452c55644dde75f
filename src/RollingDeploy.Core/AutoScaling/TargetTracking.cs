using RollingDeploy.Core.Alarms;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>What target tracking watches.</summary>
/// <param name="Source">Where its datapoints come from.</param>
/// <param name="Document">The members of PutMetricAlarm that say the same, as a JSON object.</param>
public sealed record ScalingMetric(AlarmSource Source, string Document);

/// <summary>Keeps a metric near a value by scaling in proportion.</summary>
public sealed record TargetTracking(double TargetValue, ScalingMetric Metric) : ScalingConfiguration
{
    // So that 3 instances at 70 of 70 stay 3, however binary fractions fall.
    private const double Tolerance = 1e-9;

    /// <summary>AWS's default for SageMaker.</summary>
    public static readonly TimeSpan DefaultCooldown = TimeSpan.FromSeconds(300);

    /// <inheritdoc/>
    public override TimeSpan OutCooldown => ScaleOutCooldown;

    /// <inheritdoc/>
    public override TimeSpan InCooldown => ScaleInCooldown;

    /// <summary>How long a scale-out is given to take effect.</summary>
    public TimeSpan ScaleOutCooldown { get; init; } = DefaultCooldown;

    /// <summary>How long after a scale-in no other begins.</summary>
    public TimeSpan ScaleInCooldown { get; init; } = DefaultCooldown;

    /// <summary>Whether it only ever scales out.</summary>
    public bool DisableScaleIn { get; init; }

    /// <summary>
    /// The capacity at which the metric would be at the target, rounded up: 4 instances at 150 of 100 become 6, at 30 of 100 they
    /// become 2. Beyond what an integer holds it stays at the largest.
    /// </summary>
    public int CapacityFor(int basis, double value) =>
        (int)Math.Clamp(Math.Ceiling((basis * value / TargetValue) - Tolerance), 0, int.MaxValue);
}
