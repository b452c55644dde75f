namespace RollingDeploy.Core.Metrics;

/// <summary>
/// Percentiles and trimmed statistics, such as <c>p99.9</c>, <c>tm90</c>, <c>TM(10%:90%)</c>, <c>PR(:300)</c> and <c>IQM</c>
/// (user guide, CloudWatch statistics definitions). A trimmed statistic uses the samples between two ranks.
/// </summary>
public sealed record ExtendedStatistic : Statistic
{
    private static readonly Dictionary<string, Func<Ranks, double?>> Families = new(StringComparer.Ordinal)
    {
        ["TM"] = ranks => ranks.Count > 0 ? ranks.Sum / ranks.Count : null,
        ["WM"] = ranks => ranks.Count > 0 ? ranks.WinsorizedSum / ranks.All : null,
        ["TC"] = ranks => ranks.Count,
        ["TS"] = ranks => ranks.Sum,
        ["PR"] = ranks => 100 * ranks.Count / ranks.All,
    };

    private readonly Func<Distribution, double?> _compute;

    private ExtendedStatistic(string name, Func<Distribution, double?> compute)
        : base(name) => _compute = compute;

    /// <summary>The percentile as a fraction, such as 0.99 for <c>p99</c>; null for other statistics.</summary>
    public double? Percentile { get; private init; }

    /// <inheritdoc/>
    public override bool NeedsValues => true;

    /// <inheritdoc/>
    public override double? Of(in SampleSet samples) =>
        samples.Summary.IsEmpty || samples.Values is not { } values ? null
        : Percentile is { } share ? Within(samples.Summary, share, _compute(values))
        : _compute(values);

    // The combined values of a distribution are approximate, but the minimum and the maximum are always exact.
    private static double? Within(in StatisticSet summary, double share, double? value) => share switch
    {
        0 => summary.Minimum,
        1 => summary.Maximum,
        _ => value is null ? null : Math.Clamp(value.Value, summary.Minimum, summary.Maximum),
    };

    internal static new ExtendedStatistic? Find(string name) =>
        name == "IQM" ? Trimmed(name, "TM", new(new Bound(0.25, true), new Bound(0.75, true)))
        : name.StartsWith('p') ? OfPercentile(name)
        : name.Length > 2 && name[2] == '(' && name[^1] == ')' ? OfRange(name)
        : OfUpperBound(name);

    private static ExtendedStatistic? OfPercentile(string name) =>
        name.Length > 2 && name[1] == 'r' ? OfUpperBound(name)
        : Bound.Number(name.AsSpan(1)) is { } percent and <= 100
            ? new(name, values => values.ValueAt(percent / 100 * values.Total)) { Percentile = percent / 100 }
            : null;

    // For example, TM(10%:90%), WM(:95%), PR(100:).
    private static ExtendedStatistic? OfRange(string name) =>
        BoundRange.Find(name.AsSpan(3, name.Length - 4)) is { } range ? Trimmed(name, name[..2], range) : null;

    // For example, tm99 is TM(:99%), but pr300 is PR(:300), because a percentile rank refers to a value.
    private static ExtendedStatistic? OfUpperBound(string name) =>
        name.Length > 2
            && Bound.Number(name.AsSpan(2)) is { } number
            && char.IsAsciiLetterLower(name[0])
            && char.IsAsciiLetterLower(name[1])
            ? name[..2] == "pr" ? Trimmed(name, "PR", new(null, new Bound(number, false)))
            : number <= 100 ? Trimmed(name, name[..2].ToUpperInvariant(), new(null, new Bound(number / 100, true)))
            : null
            : null;

    private static ExtendedStatistic? Trimmed(string name, string family, BoundRange range) =>
        Families.TryGetValue(family, out var compute) && !(family == "PR" && range.IsOfPercents)
            ? new(name, values => compute(new Ranks(values, range)))
            : null;

    /// <inheritdoc/>
    public bool Equals(ExtendedStatistic? other) => other?.Name == Name;

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
