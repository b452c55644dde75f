namespace RollingDeploy.Core.AutoScaling.Schedules;

/// <summary>Makes the errors of scheduled actions. Where no text of AWS is known, it is RollingDeploy's.</summary>
public static class ScheduleErrors
{
    /// <summary>
    /// The expression is neither of the three kinds. AWS's text, as it is quoted in applications of the AWS CDK that passed cron
    /// fields without <c>cron(…)</c> (aws-cdk #6053).
    /// </summary>
    public static AwsError InvalidSyntax() => InvalidExpression(
        @"Schedule expressions must have the following syntax: rate(<number>\s?(minutes?|hours?|days?)), cron(<cron_expression>) or "
        + "at(yyyy-MM-dd'T'HH:mm:ss).");

    /// <summary>The expression is not valid.</summary>
    public static AwsError InvalidExpression(string details) =>
        SageMakerErrors.Validation($"Invalid schedule expression. Details: {details}");

    /// <summary>The time zone is not in the IANA database.</summary>
    public static AwsError UnknownZone(string id) => SageMakerErrors.Validation(
        $"Invalid timezone: {id}. Valid values are the canonical names of the IANA time zones, such as Etc/GMT+9 or Pacific/Tahiti.");

    /// <summary>The action would never run.</summary>
    public static AwsError InThePast(string schedule) => InvalidExpression($"The schedule {schedule} has no time in the future.");

    /// <summary>The end time is not in the future.</summary>
    public static AwsError EndInThePast() => SageMakerErrors.Validation("EndTime must be in the future");

    /// <summary>The schedule would end before it starts.</summary>
    public static AwsError EndBeforeStart() => SageMakerErrors.Validation("StartTime must be earlier than EndTime");

    /// <summary>A new action has no schedule.</summary>
    public static AwsError ScheduleMissing() => SageMakerErrors.Validation("Schedule is required to create a scheduled action");

    /// <summary>A new action, or a change of its bounds, has no bound.</summary>
    public static AwsError BoundsMissing() =>
        SageMakerErrors.Validation("ScalableTargetAction must have a MinCapacity, a MaxCapacity or both");

    /// <summary>The action to delete does not exist.</summary>
    public static AwsError ActionNotFound(ScalableKey key, string name) =>
        ScalingErrors.NotFound("No scheduled action found for", key, $", scheduled action name: {name}");
}
