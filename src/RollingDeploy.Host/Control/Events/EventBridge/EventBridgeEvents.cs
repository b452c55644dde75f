using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using RollingDeploy.Core;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Resources;
using RollingDeploy.Core.Tags;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Control.Events.EventBridge;

/// <summary>
/// Writes events in the shape of EventBridge, after the examples in "Events that Amazon SageMaker AI sends to Amazon EventBridge"
/// (SageMaker developer guide) and "Alarm events and EventBridge" (CloudWatch user guide).
/// </summary>
internal static class EventBridgeEvents
{
    /// <summary>Returns AWS's name of a type of events.</summary>
    public static string DetailTypeOf(EventBridgeType type) => type switch
    {
        EventBridgeType.Model => "SageMaker Model State Change",
        EventBridgeType.EndpointConfig => "SageMaker Endpoint Config State Change",
        EventBridgeType.Endpoint => "SageMaker Endpoint State Change",
        EventBridgeType.EndpointDeployment => "SageMaker Endpoint Deployment State Change",
        EventBridgeType.AlarmState => "CloudWatch Alarm State Change",
        EventBridgeType.AlarmConfiguration => "CloudWatch Alarm Configuration Change",
    };

    public static byte[] Write(string account, LoggedEvent logged, EventBridgeType type)
    {
        var happened = logged.Happened;
        var arn = ArnOf(account, logged);
        return Encoding.UTF8.GetBytes(new JsonObject
        {
            ["version"] = "0",
            ["id"] = IdOf(account, happened).ToString(),
            ["detail-type"] = DetailTypeOf(type),
            ["source"] = type is EventBridgeType.AlarmState or EventBridgeType.AlarmConfiguration ? "aws.cloudwatch" : "aws.sagemaker",
            ["account"] = account,
            ["time"] = happened.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["region"] = happened.Region,
            ["resources"] = new JsonArray(arn),
            ["detail"] = DetailOf(logged, type, arn),
        }.ToJsonString());
    }

    /// <summary>Returns tags as AWS writes them here: an object.</summary>
    public static JsonObject Tags(ImmutableArray<Tag> tags) =>
        new(tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value)));

    private static JsonObject DetailOf(LoggedEvent logged, EventBridgeType type, string arn) => (type, logged.Facts) switch
    {
        (EventBridgeType.Model, TaggedFacts facts) => ResourceDetails.OfModel(facts, arn),
        (EventBridgeType.EndpointConfig, TaggedFacts facts) => ResourceDetails.OfEndpointConfig(facts, arn),
        (EventBridgeType.Endpoint, EndpointFacts facts) => EndpointDetails.OfEndpoint(logged.Happened.Subject.Name, facts),
        (EventBridgeType.EndpointDeployment, EndpointFacts facts) =>
            EndpointDetails.OfDeployment(logged.Happened.Subject.Name, facts),
        (EventBridgeType.AlarmState, AlarmFacts facts) => AlarmDetails.OfState(logged.Happened, facts, arn),
        (EventBridgeType.AlarmConfiguration, AlarmFacts facts) => AlarmDetails.OfConfiguration(logged.Happened, facts, arn),
        _ => throw new InvalidOperationException($"An event of the type {type} has the facts {logged.Facts?.GetType().Name}."),
    };

    private static string ArnOf(string account, LoggedEvent logged) => (logged.Facts, logged.Happened.Data) switch
    {
        (EndpointFacts endpoint, _) => endpoint.Arn,
        (_, ResourceCreated created) => created.Arn,
        (_, ResourceDeleted deleted) => deleted.Arn,
        _ => Arn.Alarm(logged.Happened.Region, account, logged.Happened.Subject.Name),
    };

    // The same for the same event, however often it is sent.
    private static Guid IdOf(string account, WorldEvent happened) =>
        NameId.Of($"{account}/{happened.Epoch}-{happened.Sequence}");
}
