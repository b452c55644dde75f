using System.Globalization;

namespace RollingDeploy.Core.Kernel;

/// <summary>
/// Writes numbers as AWS's services do, which use Java: a whole number keeps its <c>.0</c>, and a number below 0.001 or from
/// 10,000,000 has an exponent, such as <c>30.0</c>, <c>0.001</c>, <c>1.0E7</c> and <c>1.628634837849E9</c>. See Java's
/// documentation of Double.toString. The digits are the fewest that are read as the same number.
/// </summary>
public static class JavaNumber
{
    /// <summary>The length in characters that is enough for every number.</summary>
    public const int MaxLength = 32;

    /// <summary>Converts a double to text.</summary>
    public static string ToText(double value)
    {
        Span<char> text = stackalloc char[MaxLength];
        return text[..Format(value, text)].ToString();
    }

    /// <summary>Converts a float to text, with the digits that tell it from other floats.</summary>
    public static string ToText(float value)
    {
        Span<char> text = stackalloc char[MaxLength];
        return text[..Format(value, text)].ToString();
    }

    /// <summary>Writes a number into <paramref name="text"/>, which has room for <see cref="MaxLength"/> characters.</summary>
    /// <param name="value">A double or a float.</param>
    /// <param name="text">Where the number is written.</param>
    /// <returns>The number of characters written.</returns>
    public static int Format<T>(T value, Span<char> text)
        where T : struct, ISpanFormattable
    {
        Span<char> shortest = stackalloc char[MaxLength];
        value.TryFormat(shortest, out var length, "R", CultureInfo.InvariantCulture);
        var digits = shortest[..length];
        if (char.IsAsciiDigit(digits[^1]))
        {
            return Arrange(digits, text);
        }

        // NaN, Infinity and -Infinity are the same words in both languages.
        digits.CopyTo(text);
        return length;
    }

    // .NET has the same digits, but it writes 1E-05, 12345678 and 1.5E+20 where Java has 1.0E-5, 1.2345678E7 and 1.5E20.
    private static int Arrange(ReadOnlySpan<char> shortest, Span<char> text)
    {
        var at = 0;
        if (shortest[0] == '-')
        {
            text[at++] = '-';
            shortest = shortest[1..];
        }

        Span<char> digits = stackalloc char[MaxLength];
        var (count, exponent) = Split(shortest, digits);
        var significant = digits[..count];
        if (exponent is >= -3 and < 7)
        {
            return at + Plain(significant, exponent, text[at..]);
        }

        at += Plain(significant, 0, text[at..]);
        text[at++] = 'E';
        exponent.TryFormat(text[at..], out var length, default, CultureInfo.InvariantCulture);
        return at + length;
    }

    // The significant digits and the power of ten of the first of them: 0.00125 is (125, -3), 42 is (42, 1), 0 is (0, 0).
    private static (int Count, int Exponent) Split(ReadOnlySpan<char> shortest, Span<char> digits)
    {
        var exponentAt = shortest.IndexOf('E');
        var exponent = exponentAt < 0
            ? 0
            : int.Parse(shortest[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = exponentAt < 0 ? shortest : shortest[..exponentAt];
        var point = mantissa.IndexOf('.');
        exponent += (point < 0 ? mantissa.Length : point) - 1;
        var count = 0;
        foreach (var character in mantissa)
        {
            if (character != '.')
            {
                digits[count++] = character;
            }
        }

        var zeros = digits[..count].IndexOfAnyExcept('0');
        if (zeros < 0)
        {
            return (1, 0);
        }

        digits[zeros..count].CopyTo(digits);
        return (digits[..(count - zeros)].TrimEnd('0').Length, exponent - zeros);
    }

    // (125, -3) is 0.00125, (125, 1) is 12.5, (125, 3) is 1250.0.
    private static int Plain(ReadOnlySpan<char> digits, int exponent, Span<char> text)
    {
        var at = 0;
        for (var place = Math.Max(exponent, 0); place >= Math.Min(exponent - digits.Length + 1, -1); place--)
        {
            var index = exponent - place;
            text[at++] = index >= 0 && index < digits.Length ? digits[index] : '0';
            if (place == 0)
            {
                text[at++] = '.';
            }
        }

        return at;
    }
}
