namespace RollingDeploy.Conformance;

/// <summary>
/// Every scenario: those in Python, driven by boto3 and the AWS CLI as they are installed here, and those in JavaScript, driven
/// by AWS's SDK from the lock file.
/// </summary>
public sealed class ScenarioTests(ConformanceFixture conformance)
{
    [Theory]
    [MemberData(nameof(Scenarios.All), MemberType = typeof(Scenarios))]
    public async Task Scenario(string file, string function)
    {
        var run = await conformance.RunOf(file);

        RequireClient(file, run.WhyNoClient);
        if (!run.Outcomes.TryGetValue(function, out var outcome))
        {
            Assert.Fail($"{function} did not run. {run.Output}");
        }

        RequireClient(file, outcome.Skipped);
        Assert.True(outcome.Ok, $"{outcome.Error}\nThe host wrote:\n{Tail(conformance.Host.Output)}");
    }

    // On a CI machine the real clients are there, or the run has shown nothing.
    private static void RequireClient(string file, string? whyMissing)
    {
        if (whyMissing is not null && Environment.GetEnvironmentVariable("CI") is "true")
        {
            Assert.Fail($"{whyMissing}, and on CI these tests are to run: {Language.Of(file).Install}");
        }

        Assert.SkipUnless(whyMissing is null, $"not run: {whyMissing}");
    }

    private static string Tail(string output) => output.Length <= 4000 ? output : output[^4000..];
}
