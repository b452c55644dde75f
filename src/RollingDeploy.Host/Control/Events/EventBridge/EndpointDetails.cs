using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Host.SageMaker;

namespace RollingDeploy.Host.Control.Events.EventBridge;

/// <summary>
/// Makes the details of SageMaker Endpoint State Change and SageMaker Endpoint Deployment State Change. They have the members of
/// AWS's examples, and the failure reason if there is one.
/// </summary>
internal static class EndpointDetails
{
    public static JsonObject OfEndpoint(string name, EndpointFacts facts) => Of(name, facts, variant => new JsonObject
    {
        ["DesiredWeight"] = variant.DesiredWeight,
        ["DesiredInstanceCount"] = variant.DesiredInstances,
    });

    public static JsonObject OfDeployment(string name, EndpointFacts facts)
    {
        var detail = Of(name, facts, variant => Variant(variant, facts, FleetSide.Old));
        if (facts.Pending is { } pending)
        {
            detail["PendingDeploymentSummary"] = new JsonObject
            {
                ["EndpointConfigName"] = pending.ConfigName,
                ["StartTime"] = pending.StartedAt.ToUnixTimeMilliseconds(),
                ["ProductionVariants"] = Each(pending.Variants, variant => Variant(variant, facts, FleetSide.New)),
            };
        }

        return detail;
    }

    private static JsonObject Of(string name, EndpointFacts facts, Func<VariantFacts, JsonObject> describe)
    {
        // While an endpoint is being created, its only fleet is the pending one.
        var detail = new JsonObject
        {
            ["EndpointName"] = name,
            ["EndpointArn"] = facts.Arn,
            ["EndpointConfigName"] = facts.ConfigName,
            ["ProductionVariants"] = Each((facts.Current ?? facts.Pending)?.Variants ?? [], describe),
            ["EndpointStatus"] = JsonNamingPolicy.SnakeCaseUpper.ConvertName(facts.Status.ToString()),
        };
        if (facts.FailureReason is { } reason)
        {
            detail["FailureReason"] = reason;
        }

        detail["CreationTime"] = facts.CreationTime.ToUnixTimeMilliseconds();
        detail["LastModifiedTime"] = facts.LastModifiedTime.ToUnixTimeMilliseconds();
        detail["Tags"] = EventBridgeEvents.Tags(facts.Tags);
        return detail;
    }

    private static JsonObject Variant(VariantFacts variant, EndpointFacts facts, FleetSide side)
    {
        var described = new JsonObject
        {
            ["VariantName"] = variant.Name,
            ["CurrentWeight"] = variant.CurrentWeight,
            ["DesiredWeight"] = variant.DesiredWeight,
            ["CurrentInstanceCount"] = variant.CurrentInstances,
            ["DesiredInstanceCount"] = variant.DesiredInstances,
        };
        if (VariantStatuses.Of(facts.Deployment, side, variant.Name) is { } statuses)
        {
            described["VariantStatus"] = new JsonArray([.. statuses.Select(status => new JsonObject
            {
                ["Status"] = status.Status,
                ["StatusMessage"] = status.StatusMessage,
                ["StartTime"] = status.StartTime?.ToUnixTimeMilliseconds(),
            })]);
        }

        return described;
    }

    private static JsonArray Each(ImmutableArray<VariantFacts> variants, Func<VariantFacts, JsonObject> describe) =>
        new([.. variants.Select(describe).Select(WithoutNull)]);

    // A serverless variant has no instances, and one of inference components no weight.
    private static JsonObject WithoutNull(JsonObject json)
    {
        foreach (var name in json.Where(member => member.Value is null).Select(member => member.Key).ToList())
        {
            json.Remove(name);
        }

        return json;
    }
}
