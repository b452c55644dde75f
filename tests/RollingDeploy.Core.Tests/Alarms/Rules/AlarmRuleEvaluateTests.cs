using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Alarms.Rules;

namespace RollingDeploy.Core.Tests.Alarms.Rules;

/// <summary>When a rule is true, and because of which of the alarms a, b, c …, whose states are given as letters.</summary>
public sealed class AlarmRuleEvaluateTests
{
    [Theory]
    [InlineData("ALARM(a)", "A")]
    [InlineData("OK(a)", "O")]
    [InlineData("INSUFFICIENT_DATA(a)", "I")]
    public void Evaluate_OneFunction_IsTrueInItsStateOnly(string rule, string states)
    {
        var parsed = AlarmRule.Parse(rule);

        "AOI".Where(letter => parsed.Evaluate(RuleTree.States(letter.ToString()))).Should().Equal(states);
    }

    [Theory]
    [InlineData("TRUE", "", true)]
    [InlineData("FALSE", "", false)]
    [InlineData("NOT FALSE", "", true)]
    [InlineData("ALARM(a) AND NOT ALARM(b)", "AO", true)]
    [InlineData("ALARM(a) AND NOT ALARM(b)", "AA", false)]
    [InlineData("ALARM(a) AND NOT ALARM(b)", "AI", true)]
    [InlineData("(ALARM(a) OR ALARM(b)) AND OK(c)", "OAO", true)]
    [InlineData("(ALARM(a) OR ALARM(b)) AND OK(c)", "AAI", false)]
    [InlineData("ALARM(a) OR ALARM(b) AND OK(c)", "AOI", true)]
    [InlineData("NOT (ALARM(a) AND ALARM(b)) OR FALSE", "AA", false)]
    public void Evaluate_Operators_AreBoolean(string rule, string states, bool isTrue) =>
        AlarmRule.Parse(rule).Evaluate(RuleTree.States(states)).Should().Be(isTrue);

    [Theory]
    [InlineData("2, ALARM", "AAO", true)]
    [InlineData("2, ALARM", "AOO", false)]
    [InlineData("3, ALARM", "AAA", true)]
    [InlineData("2, NOT ALARM", "AIO", true)]
    [InlineData("2, NOT ALARM", "AAO", false)]
    [InlineData("1, NOT OK", "OOI", true)]
    [InlineData("50%, OK", "OOAI", true)]
    [InlineData("50%, OK", "OAAI", false)]
    [InlineData("50%, ALARM", "AOO", false)] // 1.5 of 3: 2 are needed.
    [InlineData("50%, ALARM", "AAO", true)]
    [InlineData("33%, ALARM", "AOO", true)] // 0.99 of 3.
    [InlineData("34%, ALARM", "AOO", false)] // 1.02 of 3.
    [InlineData("1%, ALARM", "OOOO", false)]
    [InlineData("1%, ALARM", "OOOA", true)]
    [InlineData("99%, ALARM", "AAAO", false)]
    [InlineData("100%, NOT INSUFFICIENT_DATA", "AOAO", true)]
    [InlineData("100%, NOT INSUFFICIENT_DATA", "AOAI", false)]
    public void Evaluate_AtLeast_NeedsSoManyOfThoseListed(string condition, string states, bool isTrue)
    {
        var alarms = string.Join(", ", states.Select((_, n) => (char)('a' + n)));

        AlarmRule.Parse($"AT_LEAST({condition}, ({alarms}))").Evaluate(RuleTree.States(states)).Should().Be(isTrue);
    }

    [Fact]
    public void Evaluate_AnyReference_IsAskedForAsWritten()
    {
        const string Arn = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:a";
        var asked = new List<string>();

        AlarmRule.Parse($"""ALARM("a \"b\"") OR AT_LEAST(1, OK, ({Arn}))""").Evaluate(name =>
        {
            asked.Add(name);
            return AlarmState.InsufficientData;
        });

        asked.Should().Equal("a \"b\"", Arn);
    }

    // The first two are AWS's own example of a state change, where the one alarm or neither is in ALARM.
    [Theory]
    [InlineData("ALARM(a) OR ALARM(b)", "AO", "a")]
    [InlineData("ALARM(a) OR ALARM(b)", "OO", "a b")]
    [InlineData("ALARM(a) OR ALARM(b)", "AA", "a b")]
    [InlineData("ALARM(a) AND ALARM(b)", "AA", "a b")]
    [InlineData("ALARM(a) AND ALARM(b)", "AO", "b")]
    [InlineData("ALARM(a) AND NOT ALARM(b)", "AO", "a b")]
    [InlineData("ALARM(a) AND NOT ALARM(b)", "AA", "b")]
    [InlineData("NOT (ALARM(a) OR OK(b))", "OO", "b")]
    [InlineData("ALARM(c) AND ALARM(a) OR ALARM(b)", "AOA", "c a")]
    [InlineData("ALARM(c) AND ALARM(a) OR ALARM(b)", "AOO", "c b")]
    [InlineData("ALARM(b) OR ALARM(a) OR NOT OK(b)", "AA", "b a")]
    [InlineData("AT_LEAST(2, ALARM, (a, b, c))", "AOA", "a c")]
    [InlineData("AT_LEAST(2, ALARM, (a, b, c))", "AOO", "b c")]
    [InlineData("AT_LEAST(50%, NOT OK, (a, b, c))", "AOI", "a c")]
    [InlineData("TRUE OR ALARM(a)", "O", "")]
    [InlineData("TRUE AND ALARM(a)", "O", "a")]
    public void Triggering_AnyRule_IsWhatMakesItTrueOrFalse(string rule, string states, string because) =>
        string.Join(' ', AlarmRule.Parse(rule).Triggering(RuleTree.States(states))).Should().Be(because);
}
