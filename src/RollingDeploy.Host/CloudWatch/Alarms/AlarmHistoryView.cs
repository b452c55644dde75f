using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using RollingDeploy.Core.Alarms;

namespace RollingDeploy.Host.CloudWatch.Alarms;

/// <summary>An entry of the history as CloudWatch writes it (cloudwatch.md §4).</summary>
internal static class AlarmHistoryView
{
    // The model's limits.
    private const int LongestSummary = 255;
    private const int LongestData = 4095;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Shapes.AlarmHistoryItem Of(AlarmHistoryItem item)
    {
        var summary = Summary(item);
        return new()
        {
            AlarmName = item.AlarmName,
            AlarmType = item.Type.ToString(),
            Timestamp = item.At,
            HistoryItemType = TypeOf(item.Event),
            HistorySummary = summary.Length <= LongestSummary ? summary : summary[..LongestSummary],
            HistoryData = Candidates(item).Select(data => data.ToJsonString(Plain)).First(text => text.Length <= LongestData),
        };
    }

    public static string TypeOf(AlarmEvent what) => what switch
    {
        StateUpdate => "StateUpdate",
        ActionExecuted => "Action",
        _ => "ConfigurationUpdate",
    };

    private static string Summary(AlarmHistoryItem item) => item.Event switch
    {
        StateUpdate update => $"Alarm updated from {AlarmStates.Write(update.Old.Value)} to {AlarmStates.Write(update.New.Value)}",
        ActionExecuted executed => $"Successfully executed action {executed.Action}",
        AlarmCreated => $"Alarm \"{item.AlarmName}\" created",
        AlarmUpdated => $"Alarm \"{item.AlarmName}\" updated",
        _ => $"Alarm \"{item.AlarmName}\" deleted",
    };

    // What is too long for the model is said more shortly.
    private static IEnumerable<JsonObject> Candidates(AlarmHistoryItem item) => item.Event switch
    {
        StateUpdate update =>
        [
            States(update, withOldData: true, withNewData: true),
            States(update, withOldData: false, withNewData: true),
            States(update, withOldData: false, withNewData: false),
        ],
        ActionExecuted executed =>
        [
            new()
            {
                ["actionState"] = "Succeeded",
                ["notificationResource"] = executed.Action,
                ["stateUpdateTimestamp"] = executed.State.Since.ToUnixTimeMilliseconds(),
            },
        ],
        AlarmCreated created => Configurations("Create", ("createdAlarm", created.Document)),
        AlarmUpdated updated => Configurations("Update", ("updatedAlarm", updated.NewDocument)),
        AlarmDeleted deleted => Configurations("Delete", ("deletedAlarm", deleted.Document)),
        _ => throw new InvalidOperationException($"Nobody writes down {item.Event}."),
    };

    private static JsonObject States(StateUpdate update, bool withOldData, bool withNewData) => new()
    {
        ["version"] = "1.0",
        ["oldState"] = State(update.Old, withOldData),
        ["newState"] = State(update.New, withNewData),
    };

    private static JsonObject State(AlarmStateRecord state, bool withData)
    {
        var json = new JsonObject { ["stateValue"] = AlarmStates.Write(state.Value), ["stateReason"] = state.Reason };
        if (withData && state.ReasonData is { } data)
        {
            json["stateReasonData"] = JsonNode.Parse(data);
        }

        return json;
    }

    private static IEnumerable<JsonObject> Configurations(string type, (string Name, string Document) alarm) =>
    [
        new() { ["version"] = "1.0", ["type"] = type, [alarm.Name] = LowerCamel(JsonNode.Parse(alarm.Document)) },
        new() { ["version"] = "1.0", ["type"] = type },
    ];

    private static JsonNode? LowerCamel(JsonNode? node) => node switch
    {
        JsonObject json => new JsonObject(json.Select(member =>
            KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(member.Key), LowerCamel(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(LowerCamel)]),
        _ => node?.DeepClone(),
    };
}
