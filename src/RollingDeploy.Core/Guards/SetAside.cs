namespace RollingDeploy.Core.Guards;

/// <summary>Somebody who does no work any more, because the work has shown a defect of ours.</summary>
/// <param name="Owner">Who.</param>
/// <param name="Name">The same in words, such as <c>alarm errors</c>.</param>
/// <param name="Since">Since when, in virtual time.</param>
/// <param name="Defect">What went wrong: the exception's type and message.</param>
public sealed record SetAside(Owner Owner, string Name, DateTimeOffset Since, string Defect)
{
    // AWS's StateReason and FailureReason have room for a thousand characters.
    private const int LongestDefect = 300;

    /// <summary>What revives it, as a sentence.</summary>
    public required string Remedy { get; init; }

    /// <summary>What happened and what helps, as one line for people.</summary>
    public string Sentence =>
        FormattableString.Invariant($"RollingDeploy set {Name} aside at {Since.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ} after a defect of its own ")
        + $"({Defect}). {Remedy}";

    internal static string Describe(Exception defect)
    {
        var text = $"{defect.GetType().Name}: {defect.Message}";
        return text.Length <= LongestDefect ? text : text[..LongestDefect] + "…";
    }
}
