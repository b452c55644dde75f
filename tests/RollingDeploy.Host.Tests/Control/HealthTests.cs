using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Control;

public sealed class HealthTests(TestHost host)
{
    [Theory]
    [InlineData("/health")]
    [InlineData("/_rollingdeploy/health")]
    public async Task Get_OfAHostThatServes_IsHealthy(string path)
    {
        var answer = await host.NewAccount().Send(HttpMethod.Get, path, null, null);

        answer.Status.Should().Be(200);
        answer.Text.Should().Be("""{"status":"healthy","version":"0.1.0","problems":[]}""");
    }
}
