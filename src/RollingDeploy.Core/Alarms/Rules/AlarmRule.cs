using System.Collections.Immutable;

namespace RollingDeploy.Core.Alarms.Rules;

/// <summary>
/// The rule of a composite alarm, in the language of PutCompositeAlarm's <c>AlarmRule</c> (cloudwatch.md §5), such as
/// <c>ALARM(a) AND NOT (OK("b") OR AT_LEAST(50%, ALARM, (c, d)))</c>. It knows no alarms: who asks says in what state each is.
/// </summary>
public sealed class AlarmRule
{
    internal AlarmRule(Expression expression, ImmutableArray<string> references)
    {
        Expression = expression;
        References = references;
    }

    /// <summary>The alarms that it names, each once, in the order and the form (name or ARN) in which they are written.</summary>
    public ImmutableArray<string> References { get; }

    internal Expression Expression { get; }

    /// <summary>Reads a rule.</summary>
    /// <exception cref="AlarmRuleException">The text is not a rule, or is beyond a limit.</exception>
    public static AlarmRule Parse(string? text)
    {
        if (string.IsNullOrEmpty(text) || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
        {
            throw AlarmRuleException.OuterWhiteSpace();
        }

        return new RuleParser(text).Parse();
    }

    /// <summary>
    /// Whether the composite alarm is in ALARM; otherwise it is OK. <paramref name="stateOf"/> gets names and ARNs as written.
    /// </summary>
    public bool Evaluate(Func<string, AlarmState> stateOf)
    {
        ArgumentNullException.ThrowIfNull(stateOf);
        return Expression.IsTrue(stateOf);
    }

    /// <summary>
    /// The references that make the rule true or false as it now is, each once, in order: AWS's <c>triggeringAlarms</c>. Of
    /// <c>ALARM(a) OR ALARM(b)</c> that is <c>a</c> while only <c>a</c> is in ALARM, and both while neither is (EventBridge's
    /// "Sample events from CloudWatch alarms" shows both cases).
    /// </summary>
    public ImmutableArray<string> Triggering(Func<string, AlarmState> stateOf)
    {
        ArgumentNullException.ThrowIfNull(stateOf);
        var because = new List<string>();
        Expression.Explain(stateOf, because);
        return [.. because.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The rule with every reference in quotes and no parentheses that it can do without.</summary>
    public override string ToString() => Expression.ToString();
}
