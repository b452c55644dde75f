using System.Globalization;
using System.Text.Json.Nodes;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Alarms.Rules;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Host.Control.Events.EventBridge;

/// <summary>Makes the details of CloudWatch Alarm State Change and CloudWatch Alarm Configuration Change.</summary>
internal static class AlarmDetails
{
    public static JsonObject OfState(WorldEvent happened, AlarmFacts facts, string arn)
    {
        var update = (StateUpdate)happened.Data;
        return new()
        {
            ["alarmName"] = happened.Subject.Name,
            ["configuration"] = AlarmSettings.Brief(facts.Document, facts.IsComposite, arn, facts.PutAt),
            ["previousState"] = Explained(update.Old, null),
            ["state"] = Explained(update.New, facts.SuppressedBy),
        };
    }

    public static JsonObject OfConfiguration(WorldEvent happened, AlarmFacts facts, string arn)
    {
        var (operation, document, old) = happened.Data switch
        {
            AlarmCreated created => ("create", created.Document, (string?)null),
            AlarmUpdated updated => ("update", updated.NewDocument, updated.OldDocument),
            AlarmDeleted deleted => ("delete", deleted.Document, null),
            var other => throw new InvalidOperationException($"{other.GetType().Name} does not change an alarm's configuration."),
        };
        var state = new JsonObject();
        AddSuppressor(state, facts.SuppressedBy, withReason: false);
        state["value"] = StateWord.Of(facts.State.Value);
        state["timestamp"] = Timestamp(facts.State.Since);

        var detail = new JsonObject
        {
            ["alarmName"] = happened.Subject.Name,
            ["operation"] = operation,
            ["state"] = state,
            ["configuration"] = AlarmSettings.Whole(document, facts.IsComposite, arn, facts.PutAt),
        };
        if (old is not null && facts.PreviouslyPutAt is { } putAt)
        {
            detail["previousConfiguration"] = AlarmSettings.Whole(old, facts.IsComposite, arn, putAt);
        }

        return detail;
    }

    /// <summary>Returns a time as AWS writes it in these events, such as 2022-03-03T17:06:22.289+0000.</summary>
    public static string Timestamp(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);

    private static JsonObject Explained(AlarmStateRecord state, SuppressedBy? suppressed)
    {
        var described = new JsonObject();
        AddSuppressor(described, suppressed, withReason: true);
        described["value"] = StateWord.Of(state.Value);
        described["reason"] = state.Reason;
        if (state.ReasonData is { } data)
        {
            described["reasonData"] = data;
        }

        described["timestamp"] = Timestamp(state.Since);
        return described;
    }

    private static void AddSuppressor(JsonObject state, SuppressedBy? suppressed, bool withReason)
    {
        if (suppressed is { } by)
        {
            state["actionsSuppressedBy"] = by.ToString();
            if (withReason)
            {
                state["actionsSuppressedReason"] = $"Actions suppressed by {by}";
            }
        }
    }
}
