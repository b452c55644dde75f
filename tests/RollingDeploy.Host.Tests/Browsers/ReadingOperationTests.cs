using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Tests.Browsers;

/// <summary>
/// Which operations read is told by their names: a new one that does not fit must be looked at here. Invocations count as
/// reading, and are no operations of the query protocol.
/// </summary>
public sealed class ReadingOperationTests(TestHost host)
{
    private static readonly string[] Writers =
    [
        "AddTags", "CreateEndpoint", "CreateEndpointConfig", "CreateInferenceComponent", "CreateModel", "DeleteAlarms", "DeleteEndpoint",
        "DeleteEndpointConfig", "DeleteInferenceComponent", "DeleteModel", "DeleteScalingPolicy", "DeleteScheduledAction", "DeleteTags", "DeregisterScalableTarget",
        "DisableAlarmActions", "EnableAlarmActions", "PutCompositeAlarm", "PutMetricAlarm", "PutMetricData",
        "PutScalingPolicy", "PutScheduledAction", "RegisterScalableTarget", "SetAlarmState", "TagResource", "UntagResource", "UpdateEndpoint", "UpdateEndpointWeightsAndCapacities", "UpdateInferenceComponent",
        "UpdateInferenceComponentRuntimeConfig",
    ];

    [Fact]
    public void IsReading_OfEveryOperation_IsFalseForThoseThatChangeSomething()
    {
        var services = host.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .SelectMany(endpoint => endpoint.Metadata.OfType<Service>()).Distinct().ToList();

        services.Should().Contain(service => service.Name == "SageMaker Runtime");
        services.SelectMany(service => service.Operations)
            .Where(operation => !operation.IsReading)
            .Select(operation => operation.Name)
            .Distinct().Should().BeEquivalentTo(Writers);
    }
}
