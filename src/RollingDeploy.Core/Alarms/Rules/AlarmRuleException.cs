namespace RollingDeploy.Core.Alarms.Rules;

/// <summary>
/// The exception for a rule that is not valid. PutCompositeAlarm returns its message in a <c>ValidationError</c>.
/// </summary>
public sealed class AlarmRuleException : Exception
{
    private AlarmRuleException(string message)
        : base(message)
    {
    }

    // The text is from aws-cdk #13953 and #34662. AWS counts characters from 0.
    internal static AlarmRuleException UnsupportedToken(RuleToken token, string expected) =>
        new($"Error in AlarmRule [Unsupported token '{token.Text}' at char {token.At}, must be: {expected}]");

    internal static AlarmRuleException OuterWhiteSpace() =>
        new("AlarmRule must not contain leading or trailing whitespace or be null");

    // AWS documents the following limits, except for the one on levels, but not their texts.
    internal static AlarmRuleException TooManyAlarms(int most) =>
        new($"Error in AlarmRule [Number of alarms must be at most {most}]");

    internal static AlarmRuleException TooManyElements(int most) =>
        new($"Error in AlarmRule [Number of elements must be at most {most}]");

    internal static AlarmRuleException TooDeep(int most, int at) =>
        new($"Error in AlarmRule [Number of levels must be at most {most}, exceeded at char {at}]");
}
