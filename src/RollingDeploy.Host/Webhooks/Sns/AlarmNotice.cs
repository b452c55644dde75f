using System.Text.Json;
using System.Text.Json.Nodes;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Alarms.Contributors;
using RollingDeploy.Core.Alarms.Rules;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.CloudWatch.Alarms;
using RollingDeploy.Host.Control.Events.EventBridge;

namespace RollingDeploy.Host.Webhooks.Sns;

/// <summary>Makes what CloudWatch publishes when an alarm changes its state, as recorded from AWS (cloudwatch.md §4).</summary>
internal static class AlarmNotice
{
    public static Notice Of(string account, WorldEvent happened, AlarmFacts facts, AlarmStateRecord state) =>
        Of(account, happened, facts, state, facts.PreviousState);

    /// <summary>Makes the notice of a contributor, which is either in OK or in ALARM.</summary>
    public static Notice Of(string account, WorldEvent happened, AlarmFacts facts, ContributorActionExecuted acted)
    {
        var before = acted.State.Value == AlarmState.Alarm ? AlarmState.Ok : AlarmState.Alarm;
        var notice = Of(account, happened, facts, acted.State, before);
        notice.Message["AlarmContributorId"] = acted.Contributor.Id;
        notice.Message["AlarmContributorAttributes"] = new JsonObject(
            acted.Contributor.Attributes.Select(each => KeyValuePair.Create(each.Name, (JsonNode?)each.Value)));
        return notice;
    }

    private static Notice Of(
        string account, WorldEvent happened, AlarmFacts facts, AlarmStateRecord state, AlarmState before)
    {
        var region = RegionNames.Of(happened.Region);
        var common = new Common(account, happened, facts, state, before, region);
        return new(
            $"{StateWord.Of(state.Value)}: \"{happened.Subject.Name}\" in {region}",
            facts.IsComposite ? OfComposite(common) : OfMetric(common));
    }

    private static JsonObject OfMetric(Common common)
    {
        var given = AlarmDocument.ReadMetric(common.Facts.Document);
        var message = common.Begin(given.AlarmDescription);
        message["OldStateValue"] = StateWord.Of(common.Before);
        AddActions(message, given.OKActions, given.AlarmActions, given.InsufficientDataActions);
        message["Trigger"] = AlarmTrigger.Of(given);
        return message;
    }

    private static JsonObject OfComposite(Common common)
    {
        var given = AlarmDocument.ReadComposite(common.Facts.Document);
        var message = common.Begin(given.AlarmDescription);
        AddActions(message, given.OKActions, given.AlarmActions, given.InsufficientDataActions);
        message["OldStateValue"] = StateWord.Of(common.Before);
        message["AlarmRule"] = given.AlarmRule;
        message["TriggeringChildren"] = Children(common.State.ReasonData);
        return message;
    }

    private static void AddActions(JsonObject message, List<string>? ok, List<string>? alarm, List<string>? insufficient)
    {
        message["OKActions"] = Texts(ok);
        message["AlarmActions"] = Texts(alarm);
        message["InsufficientDataActions"] = Texts(insufficient);
    }

    private static JsonArray Texts(List<string>? texts) => new([.. (texts ?? []).Select(text => (JsonNode)text)]);

    // The reason for programs has them: {"triggeringAlarms":[{"arn":…,"state":{"value":"ALARM","timestamp":…}}]}. A state that a
    // user has set can have any other text.
    private static JsonArray Children(string? reasonData)
    {
        try
        {
            var alarms = reasonData is null ? null : JsonNode.Parse(reasonData)?["triggeringAlarms"] as JsonArray;
            return new([.. (alarms ?? []).Select(each => new JsonObject
            {
                ["Arn"] = each!["arn"]!.GetValue<string>(),
                ["State"] = new JsonObject
                {
                    ["Value"] = each["state"]!["value"]!.GetValue<string>(),
                    ["Timestamp"] = each["state"]!["timestamp"]!.GetValue<string>(),
                },
            })]);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NullReferenceException)
        {
            return [];
        }
    }

    private sealed record Common(
        string Account, WorldEvent Happened, AlarmFacts Facts, AlarmStateRecord State, AlarmState Before, string RegionName)
    {
        public JsonObject Begin(string? description)
        {
            var name = Happened.Subject.Name;
            return new()
            {
                ["AlarmName"] = name,
                ["AlarmDescription"] = description,
                ["AWSAccountId"] = Account,
                ["AlarmConfigurationUpdatedTimestamp"] = AlarmDetails.Timestamp(Facts.PutAt),
                ["NewStateValue"] = StateWord.Of(State.Value),
                ["NewStateReason"] = State.Reason,
                ["StateChangeTime"] = AlarmDetails.Timestamp(State.Since),
                ["Region"] = RegionName,
                ["AlarmArn"] = Arn.Alarm(Happened.Region, Account, name),
            };
        }
    }
}
