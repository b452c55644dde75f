using System.Buffers;

namespace RollingDeploy.Host.Hosting;

/// <summary>Checks names of accounts and regions.</summary>
internal static class PartitionNames
{
    /// <summary>The account of requests that name none, unless a setting changes it.</summary>
    public const string StandardAccount = "000000000000";

    /// <summary>The region of requests that name none.</summary>
    public const string DefaultRegion = "us-east-1";

    private const int AccountDigits = 12;
    private const int LongestWord = 63;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz");
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> InWord = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>Returns whether a text is twelve digits.</summary>
    public static bool IsAccount(string text) => text.Length == AccountDigits && Only(text, Digits);

    /// <summary>Returns whether a text has the form of a region, such as <c>us-east-1</c> or <c>us-iso-east-1</c>.</summary>
    public static bool IsRegion(string text) =>
        text.Length <= LongestWord
        && text.Split('-') is [{ Length: >= 2 and <= 5 } partition, .. { Length: > 0 } middle, { Length: 1 or 2 } number]
        && Only(partition, Letters)
        && Array.TrueForAll(middle, word => word.Length > 0 && Only(word, Letters))
        && Only(number, Digits);

    /// <summary>Returns whether a text can be the region in an ARN, such as <c>local</c>.</summary>
    public static bool IsWord(string text) => text.Length is > 0 and <= LongestWord && text[0] != '-' && Only(text, InWord);

    private static bool Only(string text, SearchValues<char> allowed) => !text.AsSpan().ContainsAnyExcept(allowed);
}
