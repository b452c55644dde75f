using System.Text;

namespace RollingDeploy.Conformance;

/// <summary>What the host says to whoever runs it.</summary>
public sealed class HostLogTests(ConformanceFixture conformance)
{
    [Fact]
    public async Task Log_AfterTheGuidesSpelling_HasTheHint()
    {
        using var http = new HttpClient { BaseAddress = conformance.Host.Url };
        using var update = new StringContent(
            """
            {"EndpointName":"misled","EndpointConfigName":"new","DeploymentConfig":{"RollingUpdatePolicy":
            {"MaximumBatchSize":{"Type":"CAPACITY_PERCENTAGE","Value":25},"WaitIntervalInSeconds":300}}}
            """,
            Encoding.UTF8,
            "application/json");

        using var answer = await http.PostAsync(new Uri("/sagemaker/UpdateEndpoint", UriKind.Relative), update);

        (await answer.Content.ReadAsStringAsync()).Should().NotContain("sample", "AWS's text is AWS's alone");
        var hint = "UpdateEndpoint of misled was refused. The guide's rolling sample writes CAPACITY_PERCENTAGE; "
            + "the API's value is CAPACITY_PERCENT.";
        (await conformance.Host.Writes(hint)).Should().BeTrue("the log has the hint, but is: " + conformance.Host.Output);
    }

    [Fact]
    public async Task Start_WithASettingThatIsNone_EndsAndSaysWhich()
    {
        var start = () => HostProcess.Start(("Clock__Speed", "-1"));

        (await start.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*RollingDeploy__Clock__Speed is -1*");
    }
}
