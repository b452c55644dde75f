using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Browsers;

/// <summary>A model may answer a page with scripts, which would be one of ours.</summary>
public sealed class ModelAnswerTests(TestHost host)
{
    [Theory]
    [InlineData("demo/invocations", 200)]
    [InlineData("demo/invocations-response-stream", 200)]
    [InlineData("demo/async-invocations", 400)]
    [InlineData("none/invocations", 400)]
    public async Task Answer_OfAModel_IsNoPageOfOurs(string path, int status)
    {
        var account = host.NewAccount();
        await account.HasModel();
        await account.ServesModel();
        await account.Ours("PUT models/model/behavior", """{"response":{"contentType":"text/html","body":"<script>alert(1)</script>"}}""");

        var answer = await account.Runtime(path, "1,2,3");

        answer.Status.Should().Be(status);
        answer.Header("X-Content-Type-Options").Should().Be("nosniff");
        answer.Header("Content-Security-Policy").Should().Be("sandbox");
    }
}
