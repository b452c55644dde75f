using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Previews;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.SageMaker;
using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.Json;
using RollingDeploy.Host.Wire.Validation;

namespace RollingDeploy.Host.Control;

/// <summary>The route that says what an update would do. Its body is that of UpdateEndpoint, with AWS's names.</summary>
internal static class PlanRoutes
{
    private const string Fleet = "fleet";

    private static readonly object[] Examples =
    [
        new BodyExample("""
            {"EndpointName":"demo","EndpointConfigName":"green","DeploymentConfig":{"RollingUpdatePolicy":{
            "MaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":1},"WaitIntervalInSeconds":300},
            "AutoRollbackConfiguration":{"Alarms":[{"AlarmName":"errors"}]}}}
            """)
        {
            Name = "a rolling update of an endpoint",
        },
        new BodyExample("""
            {"fleet":{"instanceType":"ml.m5.xlarge","instances":8},"DeploymentConfig":{"BlueGreenUpdatePolicy":{
            "TrafficRoutingConfiguration":{"Type":"CANARY","CanarySize":{"Type":"CAPACITY_PERCENT","Value":10},"WaitIntervalInSeconds":600},
            "TerminationWaitInSeconds":300}}}
            """)
        {
            Name = "a canary deployment of a fleet that does not exist yet",
        },
    ];

    public static void MapPlan(this RouteGroupBuilder routes) => routes
        .MapPost("/plan", async (HttpContext http, [AsParameters] Partition partition) =>
            TypedResults.Ok(DeploymentPlan.Of(Preview(await Body(http), partition))))
        .WithSummary("Get what an update would do, without doing it: steps, durations, instances, costs and warnings")
        .WithName("planUpdate").WithMetadata(Examples).Accepts<PlannedUpdate>("application/json").ProducesProblem(400);

    private static DeploymentPreview Preview(JsonObject body, Partition partition)
    {
        try
        {
            return body.Remove(Fleet, out var fleet) ? OfFleet(fleet, body, partition) : OfEndpoint(body, partition);
        }
        catch (AwsError refusal) when (RefusalHints.HintOf(refusal) is { } hint)
        {
            throw new ProblemException(StatusCodes.Status400BadRequest, $"{refusal.Message} {hint}", refusal.Parameter);
        }
    }

    private static DeploymentPreview OfEndpoint(JsonObject body, Partition partition)
    {
        var visit = new Visit(partition.ForReading);
        return DeploymentPreview.Of(visit.World, visit.Now, Read(body, partition));
    }

    private static DeploymentPreview OfFleet(JsonNode? given, JsonObject body, Partition partition)
    {
        var fleet = given is JsonObject ? ControlSerializer.Read<PlannedFleet>(given) : throw ProblemException.Bad(
            Fleet, "fleet must be an object such as {\"instanceType\":\"ml.m5.xlarge\",\"instances\":4}.");

        // The members that name an endpoint are not needed.
        body["EndpointName"] = Fleet;
        body["EndpointConfigName"] = Fleet;
        return DeploymentPreview.Of(
            partition.ForReading.World, partition.RegionName, fleet.ToSketch(), Read(body, partition).DeploymentConfig);
    }

    private static UpdateEndpoint Read(JsonObject body, Partition partition)
    {
        var type = WireJson.Describe(SageMakerJson.Default.UpdateEndpointInput);
        var input = (UpdateEndpointInput)JsonBody.Read(Encoding.UTF8.GetBytes(body.ToJsonString()), type);
        RequestValidator.Validate(input, type);
        return SageMaker.Endpoints.UpdateOf(input, partition.RegionName);
    }

    private static async Task<JsonObject> Body(HttpContext http)
    {
        try
        {
            return await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted) as JsonObject
                ?? throw new BadHttpRequestException("");
        }
        catch (JsonException error)
        {
            throw new BadHttpRequestException("", error);
        }
    }
}
