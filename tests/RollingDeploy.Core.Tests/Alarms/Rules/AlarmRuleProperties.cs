using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Alarms.Rules;

namespace RollingDeploy.Core.Tests.Alarms.Rules;

/// <summary>What holds for every rule, however it is written.</summary>
public sealed partial class AlarmRuleProperties
{
    private static readonly Config Cases =
        Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(1000).WithReplay(1234567, 7654321);

    [Fact]
    public void AnyTree_PrintedAndParsed_IsTheSame() =>
        Prop.ForAll(AnyRule.Tree, tree => RuleTree.Of(tree.ToString()) == RuleTree.Of(tree)).Check(Cases);

    [Fact]
    public void AnyTree_WrittenWithNeedlessParenthesesAndSpace_IsTheSame() => Prop.ForAll(
        AnyRule.Tree,
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        (tree, seed) => RuleTree.Of(AnyRule.Written(tree, new Random(seed)).Trim()) == RuleTree.Of(tree)).Check(Cases);

    [Fact]
    public void AnyRule_InAnyStates_IsWhatItsTextBoilsDownTo() => Prop.ForAll(
        AnyRule.Tree,
        AnyRule.States,
        (tree, states) => AlarmRule.Parse(tree.ToString()).Evaluate(name => states[name]) == BoilDown(tree, states)).Check(Cases);

    [Fact]
    public void AnyRule_WhenAllThatIsNotTriggeringChanges_StaysAsItIs() => Prop.ForAll(
        AnyRule.Tree,
        AnyRule.States,
        AnyRule.States,
        (tree, states, others) =>
        {
            var rule = AlarmRule.Parse(tree.ToString());
            var triggering = rule.Triggering(name => states[name]);

            var after = rule.Evaluate(name => (triggering.Contains(name) ? states : others)[name]);

            return after == rule.Evaluate(name => states[name]) && triggering.All(name => rule.References.Contains(name));
        }).Check(Cases);

    [Fact]
    public void AnyGarbage_Parsed_IsARuleOrRefusedAsNone() =>
        Prop.ForAll(AnyRule.Garbage, ParsesOrIsRefused).Check(Cases.WithMaxTest(20_000));

    [Fact]
    public void AnyRule_WithOneCharacterLost_IsARuleOrRefusedAsNone() => Prop.ForAll(
        AnyRule.Tree,
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        (tree, n) =>
        {
            var text = tree.ToString();
            ParsesOrIsRefused(text.Remove(n % text.Length, 1));
        }).Check(Cases);

    private static void ParsesOrIsRefused(string text)
    {
        try
        {
            var rule = AlarmRule.Parse(text);
            RuleTree.Of(rule.ToString()).Should().Be(RuleTree.Of(rule.Expression));
        }
        catch (AlarmRuleException refusal)
        {
            refusal.Message.Should().MatchRegex(@"^(Error in AlarmRule \[|AlarmRule must not contain )");
        }
    }

    /// <summary>
    /// A second opinion: the text with all its parentheses and the values of its functions, rewritten until one value is left.
    /// </summary>
    private static bool BoilDown(Expression tree, Dictionary<string, AlarmState> states)
    {
        var text = Valued(tree, states);
        for (var before = ""; before != text;)
        {
            before = text;
            text = NotFalse().Replace(NotTrue().Replace(text, "F"), "T");
            text = OneTrue().Replace(NoneTrue().Replace(text, "F"), "T");
            text = OneFalse().Replace(NoneFalse().Replace(text, "T"), "F");
        }

        text.Should().BeOneOf("T", "F");
        return text == "T";
    }

    private static string Valued(Expression tree, Dictionary<string, AlarmState> states) => tree switch
    {
        Constant constant => constant.Value ? "T" : "F",
        StateIs function => states[function.Reference] == function.State ? "T" : "F",
        Quorum group => IsReached(group, states) ? "T" : "F",
        Negation negation => $"!{Valued(negation.Part, states)}",
        Junction junction => $"({string.Join(junction.IsOr ? '|' : '&', junction.Parts.Select(part => Valued(part, states)))})",
        _ => throw new NotSupportedException(tree.GetType().Name),
    };

    private static bool IsReached(Quorum group, Dictionary<string, AlarmState> states)
    {
        var share = group.References.Average(name => states[name] == group.State ^ group.IsNot ? 1m : 0m);
        return group.IsPercent ? share >= group.Number / 100m : share >= (decimal)group.Number / group.References.Length;
    }

    [GeneratedRegex("!T")]
    private static partial Regex NotTrue();

    [GeneratedRegex("!F")]
    private static partial Regex NotFalse();

    [GeneratedRegex(@"\(F(\|F)+\)")]
    private static partial Regex NoneTrue();

    [GeneratedRegex(@"\((F\|)*T(\|[TF])*\)")]
    private static partial Regex OneTrue();

    [GeneratedRegex(@"\(T(&T)+\)")]
    private static partial Regex NoneFalse();

    [GeneratedRegex(@"\((T&)*F(&[TF])*\)")]
    private static partial Regex OneFalse();
}
