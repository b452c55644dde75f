using System.Globalization;

namespace RollingDeploy.Core.Metrics;

/// <summary>One end of a range of values: a share of the samples (0.9 for 90 %), or a value itself.</summary>
internal readonly record struct Bound(double Value, bool IsShare)
{
    public static Bound? Find(ReadOnlySpan<char> text)
    {
        var isShare = text is [.., '%'];
        return Number(isShare ? text[..^1] : text) is { } number && (!isShare || number <= 100)
            ? new Bound(isShare ? number / 100 : number, isShare)
            : null;
    }

    /// <summary>Digits, and a point among them; nothing else that a number can be written as.</summary>
    public static double? Number(ReadOnlySpan<char> text) =>
        text is [>= '0' and <= '9', ..]
        && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}

/// <summary>A range of values; an end that is absent is open.</summary>
internal readonly record struct BoundRange(Bound? Lower, Bound? Upper)
{
    public bool IsOfPercents => (Lower ?? Upper)!.Value.IsShare;

    /// <summary>Reads <c>10%:90%</c>, <c>:500</c> or <c>5%:</c>; the ends are of one kind and in order.</summary>
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
/// The samples within a range, by rank. Of ten samples, 10 % to 90 % are ranks 1 to 8, counted from 0: the least and the
/// greatest are left out. A lower value is exclusive, an upper one inclusive.
/// </summary>
internal readonly struct Ranks
{
    /// <summary>0.07 × 100 is 7.000000000000001, and still the seventh sample.</summary>
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

    /// <summary>How many samples there are in all.</summary>
    public double All { get; }

    /// <summary>How many of them are within the range.</summary>
    public double Count => Math.Max(0, _to - _from);

    /// <summary>Their sum.</summary>
    public double Sum => _values.SumWithin(_from, _to);

    /// <summary>The sum of all samples, those outside counting as the edge of the range.</summary>
    public double WinsorizedSum =>
        Sum
        + (_from * (_range.Lower is { IsShare: false } lower ? lower.Value : _values.ValueAt(_from + 1)))
        + ((All - _to) * (_range.Upper is { IsShare: false } upper ? upper.Value : _values.ValueAt(_to)));
}
