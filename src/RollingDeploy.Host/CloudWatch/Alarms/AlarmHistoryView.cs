using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Alarms.Contributors;
using RollingDeploy.Core.Alarms.Rules;

namespace RollingDeploy.Host.CloudWatch.Alarms;

/// <summary>Makes the history entries of CloudWatch (cloudwatch.md §4).</summary>
internal static class AlarmHistoryView
{
    // The limits in AWS's model, in characters.
    private const int LongestSummary = 255;
    private const int LongestData = 4095;

    // Two texts of this length fit into the limit, even if each character is escaped as six characters.
    private const int ShortText = 300;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Shapes.AlarmHistoryItem Of(AlarmHistoryItem item) => new()
    {
        AlarmName = item.AlarmName,
        AlarmType = item.Type.ToString(),
        Timestamp = item.At,
        HistoryItemType = TypeOf(item.Event),
        HistorySummary = Cut(Summary(item), LongestSummary),
        HistoryData = Data(item.Event).First(text => text.Length <= LongestData),
        AlarmContributorId = (item.Event as ContributorEvent)?.Contributor.Id,
        AlarmContributorAttributes =
            item.Event is ContributorEvent { Contributor: var contributor }
                ? AlarmContributors.Write(contributor.Attributes)
                : null,
    };

    public static string TypeOf(AlarmEvent what) => what switch
    {
        StateUpdate => "StateUpdate",
        ActionExecuted => "Action",
        ContributorStateUpdate => "AlarmContributorStateUpdate",
        ContributorActionExecuted => "AlarmContributorAction",
        AlarmCreated or AlarmUpdated or AlarmDeleted => "ConfigurationUpdate",
        _ => throw Unknown(what),
    };

    private static string Summary(AlarmHistoryItem item) => item.Event switch
    {
        StateUpdate update => $"Alarm updated from {StateWord.Of(update.Old.Value)} to {StateWord.Of(update.New.Value)}",
        ActionExecuted executed => $"Successfully executed action {executed.Action}",
        ContributorStateUpdate update => $"Contributor state updated to {StateWord.Of(update.State.Value)}",
        ContributorActionExecuted executed => $"Successfully executed action {executed.Action}",
        AlarmCreated => $"Alarm \"{item.AlarmName}\" created",
        AlarmUpdated => $"Alarm \"{item.AlarmName}\" updated",
        AlarmDeleted => $"Alarm \"{item.AlarmName}\" deleted",
        var other => throw Unknown(other),
    };

    // Returns shorter and shorter texts, for data that is longer than the limit.
    private static IEnumerable<string> Data(AlarmEvent what) => what switch
    {
        StateUpdate update => States(update.Old, update.New),
        ActionExecuted executed => Actions(executed.Action, executed.State),
        ContributorStateUpdate update => States(update.State),
        ContributorActionExecuted executed => Actions(executed.Action, executed.State),
        AlarmCreated created => Configurations("Create", "createdAlarm", created.Document),
        AlarmUpdated updated => Configurations("Update", "updatedAlarm", updated.NewDocument),
        AlarmDeleted deleted => Configurations("Delete", "deletedAlarm", deleted.Document),
        _ => throw Unknown(what),
    };

    private static InvalidOperationException Unknown(AlarmEvent what) => new($"AlarmHistoryView does not show {what.GetType().Name}.");

    private static IEnumerable<string> States(AlarmStateRecord old, AlarmStateRecord present)
    {
        yield return Text(old, present);
        old = old with { ReasonData = null };
        yield return Text(old, present);
        present = present with { ReasonData = null };
        yield return Text(old, present);
        yield return Text(
            old with { Reason = Cut(old.Reason, ShortText) }, present with { Reason = Cut(present.Reason, ShortText) });

        static string Text(AlarmStateRecord old, AlarmStateRecord present) =>
            $$"""{"version":"1.0","oldState":{{State(old)}},"newState":{{State(present)}}}""";
    }

    private static IEnumerable<string> States(AlarmStateRecord present)
    {
        yield return Text(present);
        yield return Text(present with { ReasonData = null });

        static string Text(AlarmStateRecord present) => $$"""{"version":"1.0","newState":{{State(present)}}}""";
    }

    private static IEnumerable<string> Actions(string action, AlarmStateRecord state) =>
        new[] { action, Cut(action, ShortText) }.Select(text => Action(text, state));

    // The data is JSON from SetAlarmState, which can be deep and unusual.
    private static string State(AlarmStateRecord state) =>
        $$"""{"stateValue":"{{StateWord.Of(state.Value)}}","stateReason":{{Quoted(state.Reason)}}{{(state.ReasonData is { } data ? $",\"stateReasonData\":{data}" : "")}}}""";

    private static string Action(string action, AlarmStateRecord state) =>
        $$"""{"actionState":"Succeeded","notificationResource":{{Quoted(action)}},"stateUpdateTimestamp":{{state.Since.ToUnixTimeMilliseconds()}}}""";

    private static IEnumerable<string> Configurations(string type, string name, string document)
    {
        yield return $$"""{"version":"1.0","type":"{{type}}","{{name}}":{{LowerCamel(JsonNode.Parse(document))!.ToJsonString(Plain)}}}""";
        yield return $$"""{"version":"1.0","type":"{{type}}"}""";
    }

    private static string Quoted(string text) => $"\"{Plain.Encoder!.Encode(text)}\"";

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static JsonNode? LowerCamel(JsonNode? node) => node switch
    {
        JsonObject json => new JsonObject(json.Select(member =>
            KeyValuePair.Create(Name(member.Key), LowerCamel(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(LowerCamel)]),
        _ => node?.DeepClone(),
    };

    // Recorded from AWS: only this name is not in camel case.
    private static string Name(string name) => name == "OKActions" ? "okactions" : JsonNamingPolicy.CamelCase.ConvertName(name);
}
