using System.Globalization;
using System.Numerics;

namespace RollingDeploy.Host.Seeds.Files;

/// <summary>The core schema of YAML 1.2 (§10.3.2): what a plain scalar, which has no quotes, stands for.</summary>
internal static class CoreSchema
{
    // The conversion of a very long number would take long. A longer one is a text.
    private const int LongestNumber = 400;

    private static readonly string[] Infinities = [".inf", ".Inf", ".INF"];
    private static readonly string[] NotNumbers = [".nan", ".NaN", ".NAN"];

    /// <summary>
    /// Returns the JSON of a plain scalar that is null, a boolean or a number. Returns null if it is a text.
    /// </summary>
    /// <exception cref="FormatException">It is a number that JSON does not have.</exception>
    public static string? ToJson(string plain) => plain switch
    {
        "" or "~" or "null" or "Null" or "NULL" => "null",
        "true" or "True" or "TRUE" => "true",
        "false" or "False" or "FALSE" => "false",
        { Length: > LongestNumber } => null,
        _ when NotNumbers.Contains(plain) || Infinities.Contains(plain.TrimStart('+', '-')) =>
            throw new FormatException($"JSON has no number {plain}. Write a text in quotes, or another number."),
        _ when plain.StartsWith("0o", StringComparison.Ordinal) => Octal(plain[2..]),
        _ when plain.StartsWith("0x", StringComparison.Ordinal) => Hexadecimal(plain[2..]),
        _ => Decimal(plain),
    };

    private static string? Octal(string digits) =>
        digits.Length == 0 || digits.AsSpan().ContainsAnyExceptInRange('0', '7')
            ? null
            : digits.Aggregate(BigInteger.Zero, (sum, digit) => sum * 8 + (digit - '0')).ToString(CultureInfo.InvariantCulture);

    // A leading zero, because the first digit is also the sign.
    private static string? Hexadecimal(string digits) =>
        digits.Length > 0
        && BigInteger.TryParse($"0{digits}", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    // JSON has no plus sign, no leading zeros, and a digit on both sides of the point: +01.5e3 is 1.5e3, and .5 is 0.5.
    private static string? Decimal(string plain)
    {
        var rest = plain.AsSpan(plain[0] is '+' or '-' ? 1 : 0);
        var whole = Take(ref rest);
        var fraction = "";
        if (rest is ['.', ..])
        {
            rest = rest[1..];
            fraction = Take(ref rest);
        }

        return whole.Length + fraction.Length == 0 || !IsExponent(rest)
            ? null
            : (plain[0] == '-' ? "-" : "")
                + (whole.TrimStart('0') is { Length: > 0 } significant ? significant : "0")
                + (fraction.Length == 0 ? "" : $".{fraction}")
                + rest.ToString();
    }

    private static string Take(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAnyExceptInRange('0', '9');
        var digits = (end < 0 ? rest : rest[..end]).ToString();
        rest = rest[digits.Length..];
        return digits;
    }

    private static bool IsExponent(ReadOnlySpan<char> text) =>
        text.IsEmpty
        || (text[0] is 'e' or 'E'
            && text[(text is [_, '+' or '-', ..] ? 2 : 1)..] is { IsEmpty: false } digits
            && !digits.ContainsAnyExceptInRange('0', '9'));
}
