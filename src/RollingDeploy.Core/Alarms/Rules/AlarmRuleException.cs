namespace RollingDeploy.Core.Alarms.Rules;

/// <summary>A rule that is refused. Its message is what PutCompositeAlarm answers, in a <c>ValidationError</c>.</summary>
public sealed class AlarmRuleException : Exception
{
    private AlarmRuleException(string message)
        : base(message)
    {
    }

    // As in aws-cdk #13953 and #34662; AWS finds the first token of a rule "at char 0".
    internal static AlarmRuleException UnsupportedToken(RuleToken token, string expected) =>
        new($"Error in AlarmRule [Unsupported token '{token.Text}' at char {token.At}, must be: {expected}]");

    internal static AlarmRuleException OuterWhiteSpace() =>
        new("AlarmRule must not contain leading or trailing whitespace or be null");

    // AWS documents the limits that follow (and none on levels), but no texts for them.
    internal static AlarmRuleException TooManyAlarms(int most) =>
        new($"Error in AlarmRule [Number of alarms must be at most {most}]");

    internal static AlarmRuleException TooManyElements(int most) =>
        new($"Error in AlarmRule [Number of elements must be at most {most}]");

    internal static AlarmRuleException TooDeep(int most, int at) =>
        new($"Error in AlarmRule [Number of levels must be at most {most}, exceeded at char {at}]");
}
