using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Metrics;

/// <summary>A statistic of samples.</summary>
/// <param name="Name">AWS's name, such as <c>Average</c> or <c>p99</c>.</param>
[JsonConverter(typeof(StatisticConverter))]
public abstract record Statistic(string Name)
{
    /// <summary>The number of samples.</summary>
    public static readonly Statistic SampleCount = new StandardStatistic("SampleCount", set => set.SampleCount);

    /// <summary>The mean of the samples.</summary>
    public static readonly Statistic Average = new StandardStatistic("Average", set => set.Sum / set.SampleCount);

    /// <summary>The sum of the samples.</summary>
    public static readonly Statistic Sum = new StandardStatistic("Sum", set => set.Sum);

    /// <summary>The minimum of the samples.</summary>
    public static readonly Statistic Minimum = new StandardStatistic("Minimum", set => set.Minimum);

    /// <summary>The maximum of the samples.</summary>
    public static readonly Statistic Maximum = new StandardStatistic("Maximum", set => set.Maximum);

    private static readonly Statistic[] Standard = [SampleCount, Average, Sum, Minimum, Maximum];

    /// <summary>Whether it needs the values of the samples, and not only the summary.</summary>
    public abstract bool NeedsValues { get; }

    /// <summary>
    /// Returns the statistic of samples; null if there are no samples, or if it cannot be calculated from what is known.
    /// </summary>
    public abstract double? Of(in SampleSet samples);

    /// <summary>Returns the standard or extended statistic with this name; null if there is none.</summary>
    public static Statistic? Find(string name) =>
        Array.Find(Standard, each => each.Name == name) ?? ExtendedStatistic.Find(name);

    private sealed record StandardStatistic(string Name, Func<StatisticSet, double> Compute) : Statistic(Name)
    {
        public override bool NeedsValues => false;

        public override double? Of(in SampleSet samples) => samples.Summary.IsEmpty ? null : Compute(samples.Summary);
    }
}
