using System.Collections.Immutable;

namespace RollingDeploy.Core.Alarms.Rules;

/// <summary>
/// The rule of a composite alarm, in the language of <c>AlarmRule</c> in PutCompositeAlarm (cloudwatch.md §5), such as
/// <c>ALARM(a) AND NOT (OK("b") OR AT_LEAST(50%, ALARM, (c, d)))</c>. Callers provide the states of the alarms.
/// </summary>
public sealed class AlarmRule
{
    internal AlarmRule(Expression expression, ImmutableArray<string> references)
    {
        Expression = expression;
        References = references;
    }

    /// <summary>The alarms in the rule, without duplicates. Their order and form (name or ARN) are those of the rule.</summary>
    public ImmutableArray<string> References { get; }

    internal Expression Expression { get; }

    /// <summary>Parses a rule.</summary>
    /// <exception cref="AlarmRuleException">The text is not a valid rule, or exceeds a limit.</exception>
    public static AlarmRule Parse(string? text)
    {
        if (string.IsNullOrEmpty(text) || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
        {
            throw AlarmRuleException.OuterWhiteSpace();
        }

        return new RuleParser(text).Parse();
    }

    /// <summary>
    /// Returns true if the composite alarm is in ALARM, and false if it is OK. The parameter of <paramref name="stateOf"/> is a
    /// name or an ARN, as in the rule.
    /// </summary>
    public bool Evaluate(Func<string, AlarmState> stateOf)
    {
        ArgumentNullException.ThrowIfNull(stateOf);
        return Expression.IsTrue(stateOf);
    }

    /// <summary>
    /// Returns the references that cause the current result of the rule, without duplicates and in order: AWS's
    /// <c>triggeringAlarms</c>. For <c>ALARM(a) OR ALARM(b)</c>, this is <c>a</c> while only <c>a</c> is in ALARM, and both while
    /// neither is (EventBridge's "Sample events from CloudWatch alarms" shows both cases).
    /// </summary>
    public ImmutableArray<string> Triggering(Func<string, AlarmState> stateOf)
    {
        ArgumentNullException.ThrowIfNull(stateOf);
        var because = new List<string>();
        Expression.Explain(stateOf, because);
        return [.. because.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Returns the rule with all references in quotes and without unnecessary parentheses.</summary>
    public override string ToString() => Expression.ToString();
}
