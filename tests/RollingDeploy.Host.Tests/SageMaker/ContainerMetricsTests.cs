using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.SageMaker;

/// <summary>What a ContainerMetricsConfig may have (API reference, ContainerMetricsConfig and MetricsEndpoint).</summary>
public sealed class ContainerMetricsTests(TestHost host)
{
    private const string OddPeriod = "MetricPublishFrequencyInSeconds must be 10, 30, 60, 120, 180, 240 or 300.";
    private const string OddPath = "Member must satisfy regular expression pattern: /(?!.*\\.\\.)[a-zA-Z0-9/_.\\-]+";

    private readonly Account _account = host.NewAccount();

    public static TheoryData<string, string> Refused => new()
    {
        { """{"MetricsEndpoints":[{"MetricsEndpointPath":"/metrics","MetricPublishFrequencyInSeconds":20}]}""", OddPeriod },
        { """{"MetricsEndpoints":[{"MetricsEndpointPath":"/metrics","MetricPublishFrequencyInSeconds":301}]}""", OddPeriod },
        { """{"MetricsEndpoints":[{"MetricPublishFrequencyInSeconds":60}]}""", "Member must not be null" },
        { """{"MetricsEndpoints":[{"MetricsEndpointPath":"metrics"}]}""", OddPath },
        { """{"MetricsEndpoints":[{"MetricsEndpointPath":"/"}]}""", OddPath },
        { """{"MetricsEndpoints":[{"MetricsEndpointPath":"/a/../b"}]}""", OddPath },
        { """{"MetricsEndpoints":[{"MetricsEndpointPath":"/a b"}]}""", OddPath },
        { """{"MetricsEndpoints":[{"MetricsEndpointPath":"/a"},{"MetricsEndpointPath":"/b"}]}""", "Member must have length less than or equal to 1" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task CreateModel_WithAnOddMetricsConfig_IsRefused(string config, string message)
    {
        var answer = await _account.SageMaker(
            "CreateModel", $$$"""{"ModelName":"model","PrimaryContainer":{"Image":"i","ContainerMetricsConfig":{{{config}}} } }""");

        (answer.Status, answer.At("__type")).Should().Be((400, "ValidationException"));
        answer.At("message").Should().Contain(message);
        (await _account.Does("ListModels", "{}")).At("Models").Should().Be("[]");
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task CreateInferenceComponent_WithAnOddMetricsConfig_IsRefused(string config, string message)
    {
        var answer = await _account.SageMaker("CreateInferenceComponent", $$$"""
            {"InferenceComponentName":"c","EndpointName":"demo","VariantName":"v",
             "Specification":{"Container":{"Image":"i","ContainerMetricsConfig":{{{config}}} },"ComputeResourceRequirements":{"MinMemoryRequiredInMb":128} } }
            """);

        (answer.Status, answer.At("__type")).Should().Be((400, "ValidationException"));
        answer.At("message").Should().Contain(message);
    }
}
