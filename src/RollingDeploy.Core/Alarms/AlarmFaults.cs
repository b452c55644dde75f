namespace RollingDeploy.Core.Alarms;

/// <summary>CloudWatch's refusals that depend on the alarms that there are (cloudwatch.md §2).</summary>
internal static class AlarmFaults
{
    /// <summary>An alarm that is not there: no message, as recorded from AWS.</summary>
    public static AwsFault NotFound() => new("ResourceNotFound", "");

    /// <summary>A metric alarm under the name of a composite one, or the reverse.</summary>
    public static AwsFault OfAnotherType(string name) =>
        Faults.Validation($"AlarmName [{name}] is already used by another alarm of a different type");

    /// <summary>A rule over alarms that are not there.</summary>
    public static AwsFault ChildrenNotFound(IEnumerable<string> names) => Faults.Validation(
        $"Could not save the composite alarm as alarms [{string.Join(", ", names)}] in the alarm rule do not exist");

    /// <summary>A suppressor that is not there; the text is ours, after that of the children.</summary>
    public static AwsFault SuppressorNotFound(string name) =>
        Faults.Validation($"Could not save the composite alarm as the ActionsSuppressor alarm [{name}] does not exist");

    /// <summary>A rule over the alarm itself.</summary>
    public static AwsFault ChildOfItself() =>
        Faults.Validation("A composite alarm cannot have a child relation with itself via its AlarmRule");

    /// <summary>A rule over an alarm that is in the rules of as many others as it can be; the text is ours.</summary>
    public static AwsFault InTooMany(string name, int most) =>
        new("LimitExceededFault", $"The alarm {name} is used by {most} composite alarms already, and cannot be used by more.");

    /// <summary>Alarms that composite alarms depend on cannot be deleted.</summary>
    public static AwsFault IsNeeded(IReadOnlyList<string> names) => Faults.Validation(
        $"Cannot delete {string.Join(",", names)} as there are composite alarm(s) depending on {(names.Count == 1 ? "it" : "them")}.");

    /// <summary>Two composite alarms in one call; the text is ours.</summary>
    public static AwsFault MoreThanOneComposite() =>
        Faults.Validation("At most one composite alarm can be deleted in one DeleteAlarms request.");

    /// <summary>An ARN that names no alarm anywhere; the text is ours.</summary>
    public static AwsFault InvalidArn(string arn) =>
        new("InvalidParameterValueException", $"The value {arn} for parameter ResourceARN is invalid: it must be the ARN of an alarm.");

    /// <summary>Tags for an alarm that is not there; the text and the name of the type are ours.</summary>
    public static AwsFault TaggedNotFound(string arn) => new("ResourceNotFoundException", $"The alarm {arn} does not exist.")
    {
        Members = [("ResourceType", "Alarm"), ("ResourceId", arn)],
    };
}
