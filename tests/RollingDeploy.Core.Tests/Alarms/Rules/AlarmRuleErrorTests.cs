using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Alarms.Rules;

namespace RollingDeploy.Core.Tests.Alarms.Rules;

/// <summary>What is no rule, and what PutCompositeAlarm says of it.</summary>
public sealed class AlarmRuleErrorTests
{
    private const string Operand = "'(', 'NOT', AT_LEAST, TRUE or FALSE, ALARM, OK, or INSUFFICIENT_DATA";
    private const string Threshold = "a number from 1 to the number of alarms, or a percentage from 1% to 100%";

    // The first two are as real deployments got them (cdk-preflight; aws-cdk #13953, whose rule is rebuilt here).
    [Theory]
    [InlineData("GARBAGE(not a rule", "GARBAGE", 0, Operand)]
    [InlineData("(ALARM(arn:aws:cloudwatch:us-east-1:123456789012:alarm:SampleQueue Oldest Age Alarm))", "Oldest", 67, "')'")]
    [InlineData("()", ")", 1, Operand)]
    [InlineData("alarm(a)", "alarm", 0, Operand)]
    [InlineData("True", "True", 0, Operand)]
    [InlineData("\"TRUE\"", "\"TRUE\"", 0, Operand)]
    [InlineData("AND ALARM(a)", "AND", 0, Operand)]
    [InlineData("ALARM(a) AND", "<EOF>", 12, Operand)]
    [InlineData("ALARM(a) AND OR ALARM(b)", "OR", 13, Operand)]
    [InlineData("NOT", "<EOF>", 3, Operand)]
    [InlineData(")", ")", 0, Operand)]
    [InlineData(",", ",", 0, Operand)]
    [InlineData("ALARM(a))", ")", 8, "'AND' or 'OR'")]
    [InlineData("ALARM(a) NOT ALARM(b)", "NOT", 9, "'AND' or 'OR'")]
    [InlineData("TRUE FALSE", "FALSE", 5, "'AND' or 'OR'")]
    [InlineData("(TRUE FALSE)", "FALSE", 6, "'AND', 'OR' or ')'")]
    [InlineData("(ALARM(a)", "<EOF>", 9, "'AND', 'OR' or ')'")]
    [InlineData("ALARM", "<EOF>", 5, "'('")]
    [InlineData("ALARM a", "a", 6, "'('")]
    [InlineData("ALARM()", ")", 6, "an alarm name or ARN")]
    [InlineData("ALARM(\"\")", "\"\"", 6, "an alarm name or ARN")]
    [InlineData("ALARM(", "<EOF>", 6, "an alarm name or ARN")]
    [InlineData("ALARM(a, b)", ",", 7, "')'")]
    [InlineData("ALARM(\"a\"b)", "b", 9, "')'")]
    [InlineData("ALARM(\"a", "\"a", 6, "'\"'")]
    [InlineData("ALARM(\"a\\\")", "\"a\\\")", 6, "'\"'")]
    [InlineData("OK(\"", "\"", 3, "'\"'")]
    public void Parse_NoRule_NamesTheTokenAndWhereItIs(string rule, string token, int at, string expected) =>
        MessageOf(rule).Should().Be($"Error in AlarmRule [Unsupported token '{token}' at char {at}, must be: {expected}]");

    [Theory]
    [InlineData("AT_LEAST 2", "2", 9, "'('")]
    [InlineData("AT_LEAST(ALARM, (a))", "ALARM", 9, Threshold)]
    [InlineData("AT_LEAST(0, ALARM, (a))", "0", 9, Threshold)]
    [InlineData("AT_LEAST(3, ALARM, (a, b))", "3", 9, Threshold)]
    [InlineData("AT_LEAST(0%, ALARM, (a))", "0%", 9, Threshold)]
    [InlineData("AT_LEAST(101%, ALARM, (a))", "101%", 9, Threshold)]
    [InlineData("AT_LEAST(%, ALARM, (a))", "%", 9, Threshold)]
    [InlineData("AT_LEAST(50%%, ALARM, (a))", "50%%", 9, Threshold)]
    [InlineData("AT_LEAST(-1, ALARM, (a))", "-1", 9, Threshold)]
    [InlineData("AT_LEAST(1.5, ALARM, (a))", "1.5", 9, Threshold)]
    [InlineData("AT_LEAST(\"50%\", ALARM, (a))", "\"50%\"", 9, Threshold)]
    [InlineData("AT_LEAST(9999999999, ALARM, (a))", "9999999999", 9, Threshold)]
    [InlineData("AT_LEAST(50 %, ALARM, (a))", "%", 12, "','")]
    [InlineData("AT_LEAST(1, TRUE, (a))", "TRUE", 12, "'NOT', ALARM, OK, or INSUFFICIENT_DATA")]
    [InlineData("AT_LEAST(1, NOT NOT OK, (a))", "NOT", 16, "ALARM, OK, or INSUFFICIENT_DATA")]
    [InlineData("AT_LEAST(1, ALARM(a), ALARM(b))", "(", 17, "','")]
    [InlineData("AT_LEAST(1, ALARM, a, b)", "a", 19, "'('")]
    [InlineData("AT_LEAST(1, ALARM, ())", ")", 20, "an alarm name or ARN")]
    [InlineData("AT_LEAST(1, ALARM, (a,))", ")", 22, "an alarm name or ARN")]
    [InlineData("AT_LEAST(1, ALARM, (a b))", "b", 22, "',' or ')'")]
    [InlineData("AT_LEAST(1, ALARM, (a)", "<EOF>", 22, "')'")]
    public void Parse_NoAtLeast_NamesTheTokenAndWhereItIs(string rule, string token, int at, string expected) =>
        MessageOf(rule).Should().Be($"Error in AlarmRule [Unsupported token '{token}' at char {at}, must be: {expected}]");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" TRUE")]
    [InlineData("TRUE\n")]
    public void Parse_OuterWhiteSpaceOrNothing_IsRefused(string? rule) =>
        MessageOf(rule).Should().Be("AlarmRule must not contain leading or trailing whitespace or be null");

    [Fact]
    public void Parse_HundredAlarms_AreTheMost()
    {
        static string Of(int alarms) => string.Join(" OR ", Enumerable.Range(0, alarms).Select(n => $"ALARM(a{n}) OR OK(a{n})"));

        AlarmRule.Parse(Of(100)).References.Should().HaveCount(100);
        MessageOf(Of(101)).Should().Be("Error in AlarmRule [Number of alarms must be at most 100]");
    }

    [Theory]
    [InlineData("TRUE OR ", 499, "TRUE")]
    [InlineData("ALARM(a) OR ", 499, "ALARM(b)")]
    [InlineData("(TRUE) OR ", 249, "TRUE AND FALSE")]
    [InlineData("NOT AT_LEAST(1, OK, (a, b)) OR ", 249, "TRUE AND TRUE")]
    public void Parse_FiveHundredElements_AreTheMost(string repeated, int times, string last)
    {
        var most = string.Concat(Enumerable.Repeat(repeated, times)) + last;

        AlarmRule.Parse(most).ToString().Should().NotBeEmpty();
        MessageOf(most + " AND FALSE").Should().Be("Error in AlarmRule [Number of elements must be at most 500]");
    }

    [Theory]
    [InlineData("(", 10240, 500)]
    [InlineData("NOT ", 2559, 2000)]
    [InlineData("NOT(", 2560, 1000)]
    public void Parse_VeryDeep_IsRefusedBeforeTheStackEnds(string repeated, int times, int at)
    {
        var rule = string.Concat(Enumerable.Repeat(repeated, times)) + "TRUE";

        var message = OnASmallStack(() => MessageOf(rule));

        message.Should().Be($"Error in AlarmRule [Number of levels must be at most 500, exceeded at char {at}]");
    }

    [Theory]
    [InlineData("NOT ", 500, "ALARM(a)", "")]
    [InlineData("(FALSE OR TRUE AND ", 166, "ALARM(a)", ")")]
    [InlineData("NOT (OK(b) OR ", 248, "ALARM(a)", ")")]
    [InlineData("(", 499, "ALARM(a)", ")")]
    public void Parse_AsDeepAsCanBe_IsReadEvaluatedAndPrintedOnASmallStack(
        string open, int times, string inside, string close)
    {
        static AlarmState InAlarm(string name) => AlarmState.Alarm;
        var text = string.Concat(Enumerable.Repeat(open, times)) + inside + string.Concat(Enumerable.Repeat(close, times));

        var (isTrue, because, again) = OnASmallStack(() =>
        {
            var rule = AlarmRule.Parse(text);
            var printed = rule.ToString();
            return (rule.Evaluate(InAlarm), rule.Triggering(InAlarm), AlarmRule.Parse(printed).ToString() == printed);
        });

        (isTrue, again).Should().Be((true, true));
        because.Should().Contain("a");
    }

    private static string MessageOf(string? rule) =>
        FluentActions.Invoking(() => AlarmRule.Parse(rule)).Should().Throw<AlarmRuleException>().Which.Message;

    // Half a megabyte: a third of the smallest stack that .NET gives a thread anywhere (musl).
    private static T OnASmallStack<T>(Func<T> act)
    {
        var (result, thrown) = (default(T)!, default(Exception));
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = act();
                }
                catch (Exception exception)
                {
                    thrown = exception;
                }
            },
            512 * 1024);
        thread.Start();
        thread.Join();
        return thrown is null ? result : throw thrown;
    }
}
