using System.Globalization;

namespace RollingDeploy.Core.Metrics;

/// <summary>A bound of a range: a fraction of the samples (0.9 for 90 %), or a value.</summary>
internal readonly record struct Bound(double Value, bool IsShare)
{
    public static Bound? Find(ReadOnlySpan<char> text)
    {
        var isShare = text is [.., '%'];
        return Number(isShare ? text[..^1] : text) is { } number && (!isShare || number <= 100)
            ? new Bound(isShare ? number / 100 : number, isShare)
            : null;
    }

    /// <summary>
    /// Parses a number that consists of digits, with an optional decimal point after a digit. Returns null for other texts.
    /// </summary>
    public static double? Number(ReadOnlySpan<char> text) =>
        text is [>= '0' and <= '9', ..]
        && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}

/// <summary>A range of values. A bound that is null is open.</summary>
internal readonly record struct BoundRange(Bound? Lower, Bound? Upper)
{
    public bool IsOfPercents => (Lower ?? Upper)!.Value.IsShare;

    /// <summary>
    /// Parses a range such as <c>10%:90%</c>, <c>:500</c> or <c>5%:</c>. Both bounds must be of the same type and in order.
    /// Returns null if the text is not valid.
    /// </summary>
    public static BoundRange? Find(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon < 0 || text.Length == 1)
        {
            return null;
        }

        var (lower, upper) = (Bound.Find(text[..colon]), Bound.Find(text[(colon + 1)..]));
        var isRead = (lower is not null || colon == 0) && (upper is not null || colon == text.Length - 1);
        var isInOrder = lower is not { } low || upper is not { } high || (low.IsShare == high.IsShare && low.Value < high.Value);
        return isRead && isInOrder ? new BoundRange(lower, upper) : null;
    }
}

/// <summary>
/// The samples in a range, by rank. For example, 10 % to 90 % of ten samples are the ranks 1 to 8, counted from 0, so the
/// smallest and the largest are left out. A lower bound that is a value is exclusive, and an upper one is inclusive.
/// </summary>
internal readonly struct Ranks
{
    /// <summary>
    /// The tolerance for rounding errors. For example, 0.07 × 100 is 7.000000000000001, but must give the seventh sample.
    /// </summary>
    public const double Tolerance = 1e-9;

    private readonly Distribution _values;
    private readonly BoundRange _range;
    private readonly double _from;
    private readonly double _to;

    public Ranks(Distribution values, BoundRange range)
    {
        (_values, _range, All) = (values, range, values.Total);
        _from = range.Lower is { } lower ? lower.IsShare ? Math.Floor(
            (lower.Value * All) + Tolerance) : values.CountUpTo(lower.Value) : 0;
        _to = range.Upper is { } upper
            ? upper.IsShare ? Math.Min(All, Math.Ceiling((upper.Value * All) - Tolerance)) : values.CountUpTo(upper.Value)
            : All;
    }

    /// <summary>The number of all samples.</summary>
    public double All { get; }

    /// <summary>The number of samples in the range.</summary>
    public double Count => Math.Max(0, _to - _from);

    /// <summary>The sum of the samples in the range.</summary>
    public double Sum => _values.SumWithin(_from, _to);

    /// <summary>The sum of all samples, in which those outside of the range are replaced by the bound.</summary>
    public double WinsorizedSum =>
        Sum
        + (_from * (_range.Lower is { IsShare: false } lower ? lower.Value : _values.ValueAt(_from + 1)))
        + ((All - _to) * (_range.Upper is { IsShare: false } upper ? upper.Value : _values.ValueAt(_to)));
}
