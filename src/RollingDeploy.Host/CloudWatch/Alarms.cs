using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Host.CloudWatch.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.CloudWatch;

/// <summary>Alarms: put, set by hand and deleted.</summary>
internal static class Alarms
{
    private static readonly JsonTypeInfo<PutMetricAlarmInput> Document =
        (JsonTypeInfo<PutMetricAlarmInput>)WireJson.Describe(CloudWatchJson.Default, typeof(PutMetricAlarmInput));

    public static void Put(PutMetricAlarmInput input, Call call)
    {
        var configuration = AlarmRules.Read(input, call.Region);
        call.Apply(new PutMetricAlarm(call.Region, input.AlarmName!, configuration, JsonSerializer.Serialize(input, Document)));
    }

    /// <summary>The request that put an alarm.</summary>
    public static PutMetricAlarmInput Given(Alarm alarm) => JsonSerializer.Deserialize(alarm.Document, Document)!;

    public static void SetState(SetAlarmStateInput input, Call call)
    {
        RequireJson(input.StateReasonData);
        call.Apply(new SetAlarmState(
            call.Region, input.AlarmName!, AlarmStates.Read(input.StateValue!), input.StateReason!, input.StateReasonData));
    }

    public static void Delete(DeleteAlarmsInput input, Call call) =>
        call.Apply(new DeleteAlarms(call.Region, [.. input.AlarmNames!]));

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
            throw CloudWatchFaults.InvalidFormat("StateReasonData must be valid JSON.");
        }
    }
}

/// <summary>The names of the states on the wire.</summary>
internal static class AlarmStates
{
    public static AlarmState Read(string name) => name switch
    {
        "OK" => AlarmState.Ok,
        "ALARM" => AlarmState.Alarm,
        _ => AlarmState.InsufficientData,
    };

    public static string Write(AlarmState state) => state switch
    {
        AlarmState.Ok => "OK",
        AlarmState.Alarm => "ALARM",
        _ => "INSUFFICIENT_DATA",
    };
}
