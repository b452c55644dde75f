using System.Text.Json.Serialization;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Alarms;

/// <summary>A period of the data of an alarm.</summary>
/// <param name="Start">The start of the period.</param>
/// <param name="Value">The value; null if there is no data.</param>
/// <param name="SampleCount">The number of samples; 0 if it is not known.</param>
/// <param name="Band">The anomaly detection band; null if the alarm has a threshold.</param>
public readonly record struct Datapoint(DateTimeOffset Start, double? Value, double SampleCount = 0, Band? Band = null);

/// <summary>The range of expected values.</summary>
public readonly record struct Band(double Lower, double Upper);

/// <summary>The source of the datapoints of an alarm.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SingleMetric), "metric")]
[JsonDerivedType(typeof(MetricMathSource), "math")]
public abstract record AlarmSource
{
    /// <summary>The period in seconds.</summary>
    public abstract int PeriodInSeconds { get; }

    /// <summary>The metrics that it names.</summary>
    internal abstract IEnumerable<MetricStat> Stats { get; }

    /// <summary>Compiles the source to a reader of datapoints. Expressions are parsed once, here.</summary>
    /// <exception cref="Metrics.MetricMath.MathException">An expression is not valid, or refers to an ID that does not exist.</exception>
    internal abstract SourceReader Compile();
}

/// <summary>A statistic of a metric.</summary>
public sealed record SingleMetric(MetricStat Stat) : AlarmSource
{
    /// <inheritdoc/>
    public override int PeriodInSeconds => Stat.PeriodInSeconds;

    /// <inheritdoc/>
    internal override IEnumerable<MetricStat> Stats => [Stat];

    internal override SourceReader Compile() => new SingleMetricReader(Stat);
}
