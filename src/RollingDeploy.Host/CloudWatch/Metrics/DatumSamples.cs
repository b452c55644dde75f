using RollingDeploy.Core.Metrics;
using RollingDeploy.Host.CloudWatch.Shapes;

namespace RollingDeploy.Host.CloudWatch.Metrics;

/// <summary>The place of a datum in the request. The text is made only for an error message.</summary>
internal readonly record struct DatumPlace(string List, int Index)
{
    public override string ToString() => $"{List}.member.{Index + 1}";

    /// <summary>Returns the path of a member of the datum, or of an item of a list in it.</summary>
    public string Of(string member, int? item) => item is { } index ? $"{this}.{member}.member.{index + 1}" : $"{this}.{member}";
}

/// <summary>The samples of a datum: one value, values with their counts, or a statistic set.</summary>
internal static class DatumSamples
{
    private const int MostValues = 150;
    private static readonly double Largest = Math.Pow(2, 360);

    public static SampleSet Of(MetricDatum datum, DatumPlace path)
    {
        // The usual case: a single value.
        if (datum is { Value: { } single, Values: null, Counts: null, StatisticValues: null } && IsInRange(single))
        {
            return SampleSet.Of(single);
        }

        datum = WithoutEmptyLists(datum);
        RequireOne(datum, path.ToString());
        if (datum.Value is { } value)
        {
            return SampleSet.Of(InRange(value, path, "Value"));
        }

        // AWS accepts both values and a statistic set. The values are used, because they also have percentiles.
        var set = datum.StatisticValues is { } given ? SampleSet.Of(Read(given, path)) : default;
        return datum.Values is { } values ? Samples(values, datum.Counts, path) : set;
    }

    // Some clients write lists that their users did not set as empty ones.
    private static MetricDatum WithoutEmptyLists(MetricDatum datum) => datum with
    {
        Values = datum.Values is { Count: 0 } ? null : datum.Values,
        Counts = datum.Counts is { Count: 0 } ? null : datum.Counts,
    };

    private static Core.Metrics.StatisticSet Read(Shapes.StatisticSet set, DatumPlace path)
    {
        var read = new Core.Metrics.StatisticSet(
            Positive(set.SampleCount!.Value, path, "StatisticValues.SampleCount"),
            InRange(set.Sum!.Value, path, "StatisticValues.Sum"),
            InRange(set.Minimum!.Value, path, "StatisticValues.Minimum"),
            InRange(set.Maximum!.Value, path, "StatisticValues.Maximum"));
        return read.Minimum <= read.Maximum
            ? read
            : throw CloudWatchErrors.InvalidValue($"The parameter {path}.StatisticValues.Maximum must be greater than {path}.StatisticValues.Minimum.");
    }

    private static SampleSet Samples(List<double> values, List<double>? counts, DatumPlace path)
    {
        if (counts is not null && counts.Count != values.Count)
        {
            throw CloudWatchErrors.InvalidValue($"The parameters {path}.Values and {path}.Counts must be of the same size.");
        }

        if (values.Count > MostValues)
        {
            throw CloudWatchErrors.InvalidValue($"The collection {path}.Values must not have a size greater than {MostValues}.");
        }

        SampleSet sum = default;
        for (var i = 0; i < values.Count; i++)
        {
            var value = InRange(values[i], path, "Values", i);
            sum = sum.Absorb(SampleSet.Of(value, counts is null ? 1 : Positive(counts[i], path, "Counts", i)));
        }

        return sum;
    }

    private static void RequireOne(MetricDatum datum, string path)
    {
        string[] given =
        [
            .. new[]
            {
                datum.Value is null ? null : $"{path}.Value",
                datum.Values is null ? null : $"{path}.Values",
                datum.StatisticValues is null ? null : $"{path}.StatisticValues",
            }.OfType<string>(),
        ];
        if (datum is { Values: null, Counts: not null } && given.Length == 1)
        {
            throw CloudWatchErrors.BothGiven(given[0], $"{path}.Counts");
        }

        if (given.Length > 1 && datum.Value is not null)
        {
            throw CloudWatchErrors.BothGiven(given[0], given[1]);
        }

        if (given.Length == 0)
        {
            throw CloudWatchErrors.Missing(
                $"At least one of the parameters {path}.Value, {path}.Values or {path}.StatisticValues is required.");
        }
    }

    private static double InRange(double value, DatumPlace path, string member, int? item = null) =>
        IsInRange(value) ? value : throw CloudWatchErrors.BadValue(path.Of(member, item), value);

    private static double Positive(double value, DatumPlace path, string member, int? item = null) =>
        value > 0 ? InRange(value, path, member, item) : throw CloudWatchErrors.BadValue(path.Of(member, item), value);

    private static bool IsInRange(double value) => Math.Abs(value) <= Largest;
}
