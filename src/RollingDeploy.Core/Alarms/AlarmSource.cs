using System.Text.Json.Serialization;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Alarms;

/// <summary>One period of what an alarm watches.</summary>
/// <param name="Start">When the period begins.</param>
/// <param name="Value">Its value; null where there was no data.</param>
/// <param name="SampleCount">How many samples it was made of; 0 where that is not known.</param>
/// <param name="Band">What the value is held against; null where that is the alarm's threshold.</param>
public readonly record struct Datapoint(DateTimeOffset Start, double? Value, double SampleCount = 0, Band? Band = null);

/// <summary>What a value is expected to be within.</summary>
public readonly record struct Band(double Lower, double Upper);

/// <summary>Where the datapoints of an alarm come from.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SingleMetric), "metric")]
[JsonDerivedType(typeof(MetricMathSource), "math")]
public abstract record AlarmSource
{
    /// <summary>The length of a period in seconds.</summary>
    public abstract int PeriodInSeconds { get; }

    /// <summary>The metrics that it is made of.</summary>
    public abstract IEnumerable<MetricStat> Stats { get; }

    /// <summary>Makes of it what reads the datapoints; its expressions are parsed here, once.</summary>
    /// <exception cref="Metrics.MetricMath.MathException">An expression is wrong, or refers to what is not there.</exception>
    internal abstract SourceReader Compile();
}

/// <summary>One statistic of one metric.</summary>
public sealed record SingleMetric(MetricStat Stat) : AlarmSource
{
    /// <inheritdoc/>
    public override int PeriodInSeconds => Stat.PeriodInSeconds;

    /// <inheritdoc/>
    public override IEnumerable<MetricStat> Stats => [Stat];

    internal override SourceReader Compile() => new SingleMetricReader(Stat);
}
