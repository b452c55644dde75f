namespace RollingDeploy.Core.Alarms;

/// <summary>Makes the errors of CloudWatch that depend on the existing alarms (cloudwatch.md §2).</summary>
public static class AlarmErrors
{
    /// <summary>The alarm does not exist. As recorded from AWS, there is no message.</summary>
    public static AwsError NotFound() => new("ResourceNotFound", "");

    /// <summary>The name belongs to an alarm of the other type.</summary>
    public static AwsError OfAnotherType(string name) =>
        SageMakerErrors.Validation($"AlarmName [{name}] is already used by another alarm of a different type");

    /// <summary>Alarms in the rule do not exist.</summary>
    public static AwsError ChildrenNotFound(IEnumerable<string> names) => SageMakerErrors.Validation(
        $"Could not save the composite alarm as alarms [{string.Join(", ", names)}] in the alarm rule do not exist");

    /// <summary>The suppressor does not exist. The text is RollingDeploy's, similar to that of the children.</summary>
    public static AwsError SuppressorNotFound(string name) =>
        SageMakerErrors.Validation($"Could not save the composite alarm as the ActionsSuppressor alarm [{name}] does not exist");

    /// <summary>The rule contains the alarm itself.</summary>
    public static AwsError ChildOfItself() =>
        SageMakerErrors.Validation("A composite alarm cannot have a child relation with itself via its AlarmRule");

    /// <summary>An alarm is in the rules of the maximum number of composite alarms. The text is RollingDeploy's.</summary>
    public static AwsError InTooMany(string name, int most) =>
        new("LimitExceededFault", $"The alarm {name} is used by {most} composite alarms already, and cannot be used by more.");

    /// <summary>The region has the maximum number of alarms on Metrics Insights queries. The text is RollingDeploy's.</summary>
    public static AwsError TooManyInsights(int most) =>
        new("LimitExceededFault", $"The region has {most} alarms on Metrics Insights queries already, and cannot have more.");

    /// <summary>
    /// The alarm whose contributors are asked for does not exist. The text and the name of the type are RollingDeploy's.
    /// </summary>
    public static AwsError NoAlarmNamed(string name) => new("ResourceNotFoundException", $"The alarm {name} does not exist.")
    {
        Members = [("ResourceType", "Alarm"), ("ResourceId", name)],
    };

    /// <summary>The alarm has no contributors. The text is RollingDeploy's.</summary>
    public static AwsError HasNoContributors(string name) => SageMakerErrors.Validation(
        $"The alarm {name} has no contributors. Only alarms on a Metrics Insights query with GROUP BY have contributors.");

    /// <summary>Composite alarms depend on the alarms to delete.</summary>
    public static AwsError IsNeeded(IReadOnlyList<string> names) => SageMakerErrors.Validation(
        $"Cannot delete {string.Join(",", names)} as there are composite alarm(s) depending on {(names.Count == 1 ? "it" : "them")}.");

    /// <summary>The request deletes two or more composite alarms. The text is RollingDeploy's.</summary>
    public static AwsError MoreThanOneComposite() =>
        SageMakerErrors.Validation("At most one composite alarm can be deleted in one DeleteAlarms request.");

    /// <summary>The ARN is not the ARN of an alarm. The text is RollingDeploy's.</summary>
    public static AwsError InvalidArn(string arn) =>
        new("InvalidParameterValueException", $"The value {arn} for parameter ResourceARN is invalid: it must be the ARN of an alarm.");

    /// <summary>The alarm of a tag operation does not exist. The text and the name of the type are RollingDeploy's.</summary>
    public static AwsError TaggedNotFound(string arn) => new("ResourceNotFoundException", $"The alarm {arn} does not exist.")
    {
        Members = [("ResourceType", "Alarm"), ("ResourceId", arn)],
    };
}
