namespace RollingDeploy.Conformance;

/// <summary>Every scenario of the Python files, driven by boto3 and the AWS CLI as they are installed here.</summary>
public sealed class ScenarioTests(ConformanceFixture conformance)
{
    [Theory]
    [MemberData(nameof(Scenarios.All), MemberType = typeof(Scenarios))]
    public async Task Scenario(string file, string function)
    {
        var run = await conformance.RunOf(file);

        RequireClient(run.HasClient, "boto3 not found");
        if (!run.Outcomes.TryGetValue(function, out var outcome))
        {
            Assert.Fail($"{function} did not run. {run.Output}");
        }

        RequireClient(outcome.Skipped is null, outcome.Skipped ?? "");
        Assert.True(outcome.Ok, $"{outcome.Error}\nThe host wrote:\n{Tail(conformance.Host.Output)}");
    }

    // On a CI machine the real clients are there, or the run has shown nothing.
    private static void RequireClient(bool isThere, string why)
    {
        if (!isThere && Environment.GetEnvironmentVariable("CI") is "true")
        {
            Assert.Fail($"{why}, and on CI these tests are to run: pip install boto3 awscli");
        }

        Assert.SkipUnless(isThere, $"skipped: {why}");
    }

    private static string Tail(string output) => output.Length <= 4000 ? output : output[^4000..];
}
