namespace RollingDeploy.Core.Alarms.Rules;

/// <summary>
/// A parenthesis, a comma, a word, a quoted name or the end of a rule. <paramref name="Text"/> is as written, quotes included,
/// so a quoted <c>"AND"</c> is never mistaken for the operator. <paramref name="At"/> counts characters from 0.
/// <paramref name="Name"/> is the alarm that a word or a quoted name can stand for; others have none.
/// </summary>
internal readonly record struct RuleToken(string Text, int At, string? Name)
{
    // What parser generators call it; AWS's own word is not known.
    private const string EndOfText = "<EOF>";

    public bool IsEnd => Name is null && Text == EndOfText;

    public static RuleToken End(int at) => new(EndOfText, at, null);
}
