using System.Globalization;
using RollingDeploy.Core.Metrics.MetricMath;

namespace RollingDeploy.Core.Tests.Metrics.MetricMath;

/// <summary>
/// Series written as AWS's page writes them: <c>30, -, 0</c> are the values at the first, second and third minute, where the
/// second has none. The range is five minutes from Monday, 1 January 2024, 10:58.
/// </summary>
internal static class Sheet
{
    public const int Minutes = 5;

    public static readonly long Start = new DateTimeOffset(2024, 1, 1, 10, 58, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    public static MathRange Range { get; } = new(Start, Start + (Minutes * 60), 60);

    public static TimeSeries Series(string values, string label = "", int period = 60)
    {
        var points = values.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select((value, i) => (At: Start + ((long)i * period), Value: value))
            .Where(point => point.Value != "-")
            .ToArray();
        return new(
            period,
            [.. points.Select(point => point.At)],
            [.. points.Select(point => double.Parse(point.Value, CultureInfo.InvariantCulture))],
            label);
    }

    /// <summary>Evaluates on metrics m1, m2, m3.</summary>
    public static MathValue Evaluate(string expression, params string[] metrics) =>
        MathExpression.Parse(expression).Evaluate(Context(metrics));

    public static MathContext Context(params string[] metrics)
    {
        var context = new MathContext(Range);
        for (var i = 0; i < metrics.Length; i++)
        {
            context.AddMetric($"m{i + 1}", Series(metrics[i], $"label {i + 1}"));
        }

        return context;
    }

    /// <summary>As it is written: one value for each minute; a scalar as it is; the series of an array parted by bars.</summary>
    public static string Show(MathValue value) => value switch
    {
        ScalarValue scalar => Show(scalar.Value),
        TimeSeries series => string.Join(", ", Enumerable.Range(0, Minutes).Select(i => Show(series, Start + (i * 60)))),
        SeriesList list => string.Join(" | ", list.Items.Select(Show)),
        _ => throw new ArgumentException(value.ToString()),
    };

    private static string Show(TimeSeries series, long at)
    {
        var i = series.Timestamps.IndexOf(at);
        return i < 0 ? "-" : Show(series.Values[i]);
    }

    private static string Show(double value) =>
        double.IsNaN(value) ? "none" : Math.Round(value, 6).ToString(CultureInfo.InvariantCulture);
}
