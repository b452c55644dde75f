namespace RollingDeploy.Conformance;

/// <summary>
/// CI compares what ran with the committed list, so that scenarios cannot vanish unseen. Set <c>RECORD=1</c> to write the list
/// anew, after scenarios came or went on purpose.
/// </summary>
public sealed class CasesTests
{
    [Fact]
    public async Task Cases_ThatAreListed_AreThoseOfTheFiles()
    {
        var found = Scenarios.Count();

        if (Environment.GetEnvironmentVariable("RECORD") is "1")
        {
            await File.WriteAllTextAsync(Places.Cases, found);
        }

        found.Should().Be(await File.ReadAllTextAsync(Places.Cases));
    }
}
