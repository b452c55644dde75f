using System.Text.RegularExpressions;
using RollingDeploy.Host.Wire.OpenApi;

namespace RollingDeploy.Host.Tests.OpenApi;

/// <summary>AWS's patterns as ECMAScript reads them; Node compiles all of the document's in the conformance tests.</summary>
public sealed class EcmaPatternTests
{
    [Theory]
    [InlineData("[a-z]+", "^(?:[a-z]+)$")]
    [InlineData(@"\A\S[\p{Print}]*\z", @"^(?:^\S[\x20-\x7E]*$)$")]
    [InlineData(@"\p{ASCII}*", @"^(?:[\x00-\x7F]*)$")]
    [InlineData(@"[\p{Alnum}_]\p{Digit}", "^(?:[0-9A-Za-z_][0-9])$")]
    [InlineData(@"[\p{L}\p{Z}]", @"^(?:[\p{L}\p{Z}])$")]
    [InlineData(@"[a-z\-]\-\@\/\.", @"^(?:[a-z\-]-@\/\.)$")]
    [InlineData(@"a|b\\", @"^(?:a|b\\)$")]
    public void Whole_OfAPattern_IsWhatEcmaScriptReads(string pattern, string expected) =>
        EcmaPattern.Whole(pattern).Should().Be(expected);

    [Theory]
    [InlineData("a b", true)]
    [InlineData(" a", false)]
    [InlineData("aé", false)]
    public void Whole_OfAnInferenceId_TakesWhatTheHostTakes(string text, bool fits)
    {
        const string Pattern = Host.Runtime.Shapes.RuntimePatterns.Printable;

        Regex.IsMatch(text, EcmaPattern.Whole(Pattern), RegexOptions.ECMAScript).Should().Be(fits);
        (new Host.Wire.Constraints.PatternAttribute(Pattern).Violation(text) is null).Should().Be(fits);
    }
}
