using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Metrics;

/// <summary>A number that sums samples up.</summary>
/// <param name="Name">Its name as AWS prints it, such as <c>Average</c> or <c>p99</c>.</param>
[JsonConverter(typeof(StatisticConverter))]
public abstract record Statistic(string Name)
{
    /// <summary>How many samples.</summary>
    public static readonly Statistic SampleCount = new StandardStatistic("SampleCount", set => set.SampleCount);

    /// <summary>Their mean.</summary>
    public static readonly Statistic Average = new StandardStatistic("Average", set => set.Sum / set.SampleCount);

    /// <summary>Their sum.</summary>
    public static readonly Statistic Sum = new StandardStatistic("Sum", set => set.Sum);

    /// <summary>The least of them.</summary>
    public static readonly Statistic Minimum = new StandardStatistic("Minimum", set => set.Minimum);

    /// <summary>The greatest of them.</summary>
    public static readonly Statistic Maximum = new StandardStatistic("Maximum", set => set.Maximum);

    private static readonly Statistic[] Standard = [SampleCount, Average, Sum, Minimum, Maximum];

    /// <summary>Whether it needs the values one by one.</summary>
    public abstract bool NeedsValues { get; }

    /// <summary>Its value; null where the samples are none, or are known too little.</summary>
    public abstract double? Of(in SampleSet samples);

    /// <summary>The statistic of that name, standard or extended; null when there is none.</summary>
    public static Statistic? Find(string name) =>
        Array.Find(Standard, each => each.Name == name) ?? ExtendedStatistic.Find(name);

    private sealed record StandardStatistic(string Name, Func<StatisticSet, double> Compute) : Statistic(Name)
    {
        public override bool NeedsValues => false;

        public override double? Of(in SampleSet samples) => samples.Summary.IsEmpty ? null : Compute(samples.Summary);
    }
}
