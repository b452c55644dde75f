namespace RollingDeploy.Host.Tests.CommandLine;

/// <summary>A mistake at the start ends in one or two lines that say what to change, and in the exit code 1.</summary>
public sealed class MistakeTests(Mistakes mistakes) : IClassFixture<Mistakes>
{
    public static TheoryData<string> All => [.. Mistakes.Names];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Run_WithAMistake_EndsAndSaysWhatToChange(string mistake)
    {
        var (ended, expected) = await mistakes.Of(mistake);

        ended.Errors.Should().Equal(expected);
        ended.Output.Should().BeEmpty();
        ended.ExitCode.Should().Be(1);
    }
}
