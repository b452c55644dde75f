using System.Collections.Immutable;
using System.Text.Json;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Alarms.Rules;
using RollingDeploy.Host.CloudWatch.Shapes;
using RollingDeploy.Host.Wire;
using Tag = RollingDeploy.Core.Tags.Tag;

namespace RollingDeploy.Host.CloudWatch.Alarms;

/// <summary>The operations that create, change and delete alarms.</summary>
internal static class AlarmOperations
{
    public static void Put(PutMetricAlarmInput input, Call call)
    {
        var configuration = MetricAlarmRules.Read(input);
        var actions = ActionRules.Read(
            input.ActionsEnabled, input.OKActions, input.AlarmActions, input.InsufficientDataActions, call.Region,
            AlarmType.MetricAlarm);
        call.Apply(new PutMetricAlarm(call.Region, input.AlarmName!, configuration, AlarmDocument.Write(input))
        {
            Actions = actions,
            Tags = Read(input.Tags),
        });
    }

    public static void Put(PutCompositeAlarmInput input, Call call)
    {
        var configuration = CompositeAlarmRules.Read(input, call);
        var actions = ActionRules.Read(
            input.ActionsEnabled, input.OKActions, input.AlarmActions, input.InsufficientDataActions, call.Region,
            AlarmType.CompositeAlarm);
        call.Apply(new PutCompositeAlarm(call.Region, input.AlarmName!, configuration, AlarmDocument.Write(input))
        {
            Actions = actions,
            Tags = Read(input.Tags),
        });
    }

    public static void SetState(SetAlarmStateInput input, Call call)
    {
        RequireJson(input.StateReasonData);
        call.Apply(new SetAlarmState(
            call.Region, input.AlarmName!, StateWord.Parse(input.StateValue!) ?? AlarmState.InsufficientData, input.StateReason!,
            input.StateReasonData));
    }

    public static void Enable(EnableAlarmActionsInput input, Call call) =>
        call.Apply(new SetAlarmActions(call.Region, [.. input.AlarmNames!], Enabled: true));

    public static void Disable(DisableAlarmActionsInput input, Call call) =>
        call.Apply(new SetAlarmActions(call.Region, [.. input.AlarmNames!], Enabled: false));

    public static void Delete(DeleteAlarmsInput input, Call call) =>
        call.Apply(new DeleteAlarms(call.Region, [.. input.AlarmNames!]));

    public static ImmutableArray<Tag> Read(List<Shapes.Tag>? tags) =>
        tags is null ? [] : [.. tags.Select(tag => new Tag(tag.Key!, tag.Value!))];

    private static void RequireJson(string? text)
    {
        if (text is null)
        {
            return;
        }

        try
        {
            using var _ = JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            throw CloudWatchErrors.InvalidFormat("StateReasonData must be valid JSON.");
        }
    }
}
