namespace RollingDeploy.Core.Guards;

/// <summary>An owner that does not work any more, because its work failed with a bug in RollingDeploy.</summary>
/// <param name="Owner">The owner.</param>
/// <param name="Name">Its description, such as <c>alarm errors</c>.</param>
/// <param name="Since">When it was set aside, in virtual time.</param>
/// <param name="Defect">The type and the message of the exception.</param>
public sealed record SetAside(Owner Owner, string Name, DateTimeOffset Since, string Defect)
{
    // StateReason and FailureReason of AWS can have about a thousand characters.
    private const int LongestDefect = 300;

    /// <summary>A sentence that says how to let it work again.</summary>
    public required string Remedy { get; init; }

    /// <summary>The problem and its remedy, as one line for people.</summary>
    public string Sentence =>
        FormattableString.Invariant($"RollingDeploy set {Name} aside at {Since.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ} after a defect of its own ")
        + $"({Defect}). {Remedy}";

    internal static string Describe(Exception defect)
    {
        var text = $"{defect.GetType().Name}: {defect.Message}";
        return text.Length <= LongestDefect ? text : text[..LongestDefect] + "…";
    }
}
