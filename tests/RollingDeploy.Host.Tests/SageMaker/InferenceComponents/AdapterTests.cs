using System.Text.Json.Nodes;
using RollingDeploy.Core;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.SageMaker.InferenceComponents;

/// <summary>An adapter in service publishes with everybody else, minute by minute, and stops nobody's clock.</summary>
public sealed class AdapterTests
{
    [Fact]
    public async Task Advance_WithAnAdapterInService_AnswersAndDatapointsGoOn()
    {
        await using var host = TestHost.With();
        var stage = await Served(host);

        var answer = await stage.Send(HttpMethod.Post, "/_rollingdeploy/clock/advance", """{"seconds":600}""");

        answer.Status.Should().Be(200, answer.Text);
        (await Datapoints(stage, "/aws/sagemaker/Endpoints", "CPUUtilization", "EndpointName", "e")).Should().BeGreaterThanOrEqualTo(10);
        (await Datapoints(stage, "AWS/SageMaker", "Invocations", "InferenceComponentName", "adapter")).Should().BeGreaterThanOrEqualTo(10);
        (await Health(stage))["status"]!.GetValue<string>().Should().Be("healthy");
    }

    [Fact]
    public async Task Utilization_OfAnAdapter_IsMeasuredByWhatItsBaseReserves()
    {
        await using var host = TestHost.With();
        var stage = await Served(host);

        await stage.Advance(600);

        var adapters = await Datapoints(stage, "/aws/sagemaker/InferenceComponents", "CPUUtilizationNormalized", "InferenceComponentName", "adapter");
        var bases = await Datapoints(stage, "/aws/sagemaker/InferenceComponents", "CPUUtilizationNormalized", "InferenceComponentName", "c");
        adapters.Should().BeGreaterThanOrEqualTo(10).And.BeLessThanOrEqualTo(bases);
    }

    [Fact]
    public async Task Pump_WithAnAdapterInService_GoesOn()
    {
        await using var host = TestHost.With();
        var stage = await Served(host);
        var world = host.Worlds.ForReading(stage.Account).World;
        await stage.Ours(HttpMethod.Put, "clock", """{"mode":"real"}""");

        // Traffic that changes all the time keeps the endpoint's meter awake.
        await stage.Ours(HttpMethod.Put, "endpoints/e/traffic", """{"requestsPerSecond":1,"pattern":"daily"}""");
        var begun = Now(world);

        for (var minute = 0; minute < 3; minute++)
        {
            await host.Time.AdvanceThroughTimer(TimeSpan.FromSeconds(60));
        }

        await Eventually.Holds(() => Now(world) >= begun.AddSeconds(120), "the pump stands still");
        (await Health(stage))["status"]!.GetValue<string>().Should().Be("healthy");
    }

    private static async Task<ComponentHost> Served(TestHost host) =>
        await (await (await ComponentHost.Open(host)).Component()).Adapter();

    private static DateTimeOffset Now(World world) => world.Read(each => each.Now);

    private static async Task<JsonNode> Health(ComponentHost stage) => (await stage.Send(HttpMethod.Get, "/health", null)).Json;

    // Of endpoints, the variant's.
    private static async Task<int> Datapoints(
        ComponentHost stage, string metricNamespace, string metric, string dimension, string value)
    {
        var variant = dimension == "EndpointName" ? """,{"Name":"VariantName","Value":"a"}""" : "";
        var answer = await stage.Send(HttpMethod.Post, "/cloudwatch/GetMetricStatistics", $$"""
            {"Namespace":"{{metricNamespace}}","MetricName":"{{metric}}","StartTime":1893456000,"EndTime":1893542400,"Period":60,
             "Statistics":["SampleCount"],"Dimensions":[{"Name":"{{dimension}}","Value":"{{value}}"}{{variant}}]}
            """);
        answer.Status.Should().Be(200, answer.Text);
        return answer.Json["Datapoints"]!.AsArray().Count;
    }
}
