namespace RollingDeploy.Core.Alarms.Rules;

/// <summary>
/// A parenthesis, a comma, a word, a quoted name or the end of a rule. <paramref name="Text"/> is the text with quotes, so that a
/// quoted <c>"AND"</c> is different from the operator. <paramref name="At"/> is the position, counted from 0. <paramref
/// name="Name"/> is the name of the alarm that a word or a quoted name can mean; null for other tokens.
/// </summary>
internal readonly record struct RuleToken(string Text, int At, string? Name)
{
    // A usual name in parser generators. AWS's text for the end is not known.
    private const string EndOfText = "<EOF>";

    public bool IsEnd => Name is null && Text == EndOfText;

    public static RuleToken End(int at) => new(EndOfText, at, null);
}
