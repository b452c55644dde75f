using RollingDeploy.Host.Seeds.Files;

namespace RollingDeploy.Host.Tests.Seeds;

/// <summary>The examples of YAML 1.2, §10.3.2, and what is like them.</summary>
public sealed class CoreSchemaTests
{
    [Theory]
    [InlineData("", "null")]
    [InlineData("~", "null")]
    [InlineData("Null", "null")]
    [InlineData("True", "true")]
    [InlineData("FALSE", "false")]
    [InlineData("0", "0")]
    [InlineData("-19", "-19")]
    [InlineData("+12", "12")]
    [InlineData("007", "7")]
    [InlineData("0o14", "12")]
    [InlineData("0x3A", "58")]
    [InlineData("0xFFFFFFFFFFFFFFFF", "18446744073709551615")]
    [InlineData("12.", "12")]
    [InlineData("-0.0", "-0.0")]
    [InlineData(".5", "0.5")]
    [InlineData("+12e03", "12e03")]
    [InlineData("-2E+05", "-2E+05")]
    public void ToJson_OfANumberOrAWord_IsItsJson(string plain, string json) => CoreSchema.ToJson(plain).Should().Be(json);

    [Theory]
    [InlineData("text")]
    [InlineData("nULL")]
    [InlineData("yes")]
    [InlineData("no")]
    [InlineData("on")]
    [InlineData("1_000")]
    [InlineData("190:20:30")]
    [InlineData("2030-01-01")]
    [InlineData("1.2.3")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("+")]
    [InlineData("e3")]
    [InlineData("0o8")]
    [InlineData("0x")]
    [InlineData("0b1")]
    [InlineData("1 ")]
    [InlineData("\u0661")]
    public void ToJson_OfAnythingElse_IsAText(string plain) => CoreSchema.ToJson(plain).Should().BeNull();

    [Theory]
    [InlineData(".inf")]
    [InlineData("-.INF")]
    [InlineData(".NaN")]
    public void ToJson_OfANumberThatJsonDoesNotHave_IsRefused(string plain)
    {
        var read = () => CoreSchema.ToJson(plain);

        read.Should().Throw<FormatException>().WithMessage($"JSON has no number {plain}.*");
    }
}
