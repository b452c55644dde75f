using System.Net.Http.Json;
using RollingDeploy.Host.Tests.Webhooks;

namespace RollingDeploy.Host.Tests.CommandLine;

/// <summary>The program sends its own metrics where OpenTelemetry's variable says.</summary>
public sealed class OtlpTests
{
    [Fact]
    public async Task Metrics_WithAnEndpoint_AreSentByOtlp()
    {
        await using var collector = await HookServer.Start();
        await using var host = await HostProgram.Start(
            "--port 0",
            environment: [("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")]);
        using var http = new HttpClient { BaseAddress = host.Url };
        using var answer = await http.PostAsJsonAsync("/sagemaker/ListModels", new object());

        // What is measured last is sent at the end.
        (await host.Stop()).Should().Be(0);

        var sent = (await collector.Has(1))[^1];
        sent.Path.Should().Be("/hook/v1/metrics");
        sent.Body.Should().Contain("rollingdeploy.call.duration").And.Contain("ListModels").And.Contain("rollingdeploy.worlds")
            .And.Contain("service.name");
    }
}
