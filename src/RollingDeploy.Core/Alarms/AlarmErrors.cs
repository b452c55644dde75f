namespace RollingDeploy.Core.Alarms;

/// <summary>CloudWatch's refusals that depend on the alarms that there are (cloudwatch.md §2).</summary>
internal static class AlarmErrors
{
    /// <summary>An alarm that is not there: no message, as recorded from AWS.</summary>
    public static AwsError NotFound() => new("ResourceNotFound", "");

    /// <summary>A metric alarm under the name of a composite one, or the reverse.</summary>
    public static AwsError OfAnotherType(string name) =>
        SageMakerErrors.Validation($"AlarmName [{name}] is already used by another alarm of a different type");

    /// <summary>A rule over alarms that are not there.</summary>
    public static AwsError ChildrenNotFound(IEnumerable<string> names) => SageMakerErrors.Validation(
        $"Could not save the composite alarm as alarms [{string.Join(", ", names)}] in the alarm rule do not exist");

    /// <summary>A suppressor that is not there; the text is ours, after that of the children.</summary>
    public static AwsError SuppressorNotFound(string name) =>
        SageMakerErrors.Validation($"Could not save the composite alarm as the ActionsSuppressor alarm [{name}] does not exist");

    /// <summary>A rule over the alarm itself.</summary>
    public static AwsError ChildOfItself() =>
        SageMakerErrors.Validation("A composite alarm cannot have a child relation with itself via its AlarmRule");

    /// <summary>A rule over an alarm that is in the rules of as many others as it can be; the text is ours.</summary>
    public static AwsError InTooMany(string name, int most) =>
        new("LimitExceededFault", $"The alarm {name} is used by {most} composite alarms already, and cannot be used by more.");

    /// <summary>Alarms that composite alarms depend on cannot be deleted.</summary>
    public static AwsError IsNeeded(IReadOnlyList<string> names) => SageMakerErrors.Validation(
        $"Cannot delete {string.Join(",", names)} as there are composite alarm(s) depending on {(names.Count == 1 ? "it" : "them")}.");

    /// <summary>Two composite alarms in one call; the text is ours.</summary>
    public static AwsError MoreThanOneComposite() =>
        SageMakerErrors.Validation("At most one composite alarm can be deleted in one DeleteAlarms request.");

    /// <summary>An ARN that names no alarm anywhere; the text is ours.</summary>
    public static AwsError InvalidArn(string arn) =>
        new("InvalidParameterValueException", $"The value {arn} for parameter ResourceARN is invalid: it must be the ARN of an alarm.");

    /// <summary>Tags for an alarm that is not there; the text and the name of the type are ours.</summary>
    public static AwsError TaggedNotFound(string arn) => new("ResourceNotFoundException", $"The alarm {arn} does not exist.")
    {
        Members = [("ResourceType", "Alarm"), ("ResourceId", arn)],
    };
}
