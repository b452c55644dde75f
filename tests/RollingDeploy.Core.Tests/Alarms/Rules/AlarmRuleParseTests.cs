using RollingDeploy.Core.Alarms.Rules;

namespace RollingDeploy.Core.Tests.Alarms.Rules;

/// <summary>The grammar of cloudwatch.md §5.</summary>
public sealed class AlarmRuleParseTests
{
    [Theory]
    [InlineData("ALARM(a)", "A:a")]
    [InlineData("OK(a)", "O:a")]
    [InlineData("INSUFFICIENT_DATA(a)", "I:a")]
    [InlineData("TRUE", "TRUE")]
    [InlineData("FALSE", "FALSE")]
    [InlineData("NOT TRUE", "(NOT TRUE)")]
    [InlineData("NOT(ALARM(a))", "(NOT A:a)")]
    [InlineData("NOT NOT ALARM(a)", "(NOT (NOT A:a))")]
    [InlineData("((ALARM(a)))", "A:a")]
    [InlineData("ALARM ( a )", "A:a")]
    [InlineData("ALARM(a)AND\n\tALARM(b)", "(AND A:a A:b)")]
    [InlineData("TRUE AND(FALSE)OR(TRUE)", "(OR (AND TRUE FALSE) TRUE)")]
    public void Parse_EveryConstruct_IsRead(string rule, string tree) =>
        RuleTree.Of(rule).Should().Be(tree);

    [Theory]
    [InlineData("ALARM(a) OR ALARM(b) AND ALARM(c)", "(OR A:a (AND A:b A:c))")]
    [InlineData("ALARM(a) AND ALARM(b) OR ALARM(c)", "(OR (AND A:a A:b) A:c)")]
    [InlineData("(ALARM(a) OR ALARM(b)) AND OK(c)", "(AND (OR A:a A:b) O:c)")]
    [InlineData("NOT ALARM(a) AND ALARM(b)", "(AND (NOT A:a) A:b)")]
    [InlineData("NOT ALARM(a) OR ALARM(b)", "(OR (NOT A:a) A:b)")]
    [InlineData("NOT (ALARM(a) OR ALARM(b))", "(NOT (OR A:a A:b))")]
    [InlineData("ALARM(a) AND NOT ALARM(b) AND OK(c)", "(AND A:a (NOT A:b) O:c)")]
    [InlineData("ALARM(a) OR (ALARM(b) OR ALARM(c))", "(OR A:a (OR A:b A:c))")]
    public void Parse_SeveralOperators_NotBindsMoreThanAndMoreThanOr(string rule, string tree) =>
        RuleTree.Of(rule).Should().Be(tree);

    [Theory]
    [InlineData("""ALARM("CPU too high (web), 1")""", "A:CPU too high (web), 1")]
    [InlineData("""ALARM("a \"b\" c")""", "A:a \"b\" c")]
    [InlineData("""ALARM("a\\")""", "A:a\\")]
    [InlineData("""ALARM("a\\\"b")""", "A:a\\\"b")]
    [InlineData("""ALARM("a\b")""", "A:a\\b")]
    [InlineData("""ALARM(a\b"c)""", "A:a\\b\"c")]
    [InlineData("""ALARM("AND")""", "A:AND")]
    [InlineData("ALARM(OK)", "A:OK")]
    [InlineData("ALARM(<EOF>)", "A:<EOF>")]
    [InlineData("ALARM(Größe-π/%:=)", "A:Größe-π/%:=")]
    [InlineData("ALARM(arn:aws:cloudwatch:us-east-1:1:alarm:a:b)", "A:arn:aws:cloudwatch:us-east-1:1:alarm:a:b")]
    public void Parse_AnyName_IsTakenAsItIs(string rule, string tree) =>
        RuleTree.Of(rule).Should().Be(tree);

    [Theory]
    [InlineData("AT_LEAST(2, ALARM, (a, b, c))", "(2 A: a b c)")]
    [InlineData("""AT_LEAST(60%, NOT OK, ("a 1", "b", c))""", "(60% not O: a 1 b c)")]
    [InlineData("AT_LEAST(1,NOT INSUFFICIENT_DATA,(a))", "(1 not I: a)")]
    [InlineData("NOT AT_LEAST ( 100% , INSUFFICIENT_DATA , ( a ) )", "(NOT (100% I: a))")]
    [InlineData("AT_LEAST(1, ALARM, (a)) AND NOT ALARM(b)", "(AND (1 A: a) (NOT A:b))")]
    public void Parse_AtLeast_IsRead(string rule, string tree) =>
        RuleTree.Of(rule).Should().Be(tree);

    [Fact]
    public void References_NamedTwice_ComeOnceInTheOrderWritten()
    {
        var rule = AlarmRule.Parse("""ALARM(b) AND (OK("a") OR NOT ALARM("b")) OR AT_LEAST(1, OK, (c, a, A))""");

        rule.References.Should().Equal("b", "a", "c", "A");
    }

    [Fact]
    public void References_OnlyConstants_AreNone() => AlarmRule.Parse("TRUE OR FALSE").References.Should().BeEmpty();

    [Theory]
    [InlineData("(ALARM(a))", """ALARM("a")""")]
    [InlineData("(OK(a) AND (TRUE)) OR (NOT (FALSE))", """OK("a") AND TRUE OR NOT FALSE""")]
    [InlineData("(TRUE OR FALSE) AND NOT(TRUE AND(TRUE AND FALSE))", "(TRUE OR FALSE) AND NOT (TRUE AND (TRUE AND FALSE))")]
    [InlineData("""INSUFFICIENT_DATA("a\"\\")""", """INSUFFICIENT_DATA("a\"\\")""")]
    [InlineData("AT_LEAST(07%,NOT ALARM,(a,b))", """AT_LEAST(7%, NOT ALARM, ("a", "b"))""")]
    public void ToString_AnyRule_HasNoNeedlessParentheses(string rule, string printed) =>
        AlarmRule.Parse(rule).ToString().Should().Be(printed);
}
