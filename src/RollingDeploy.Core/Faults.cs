namespace RollingDeploy.Core;

/// <summary>
/// Every message of the domain that a user can see, in AWS's words where they are known (sagemaker-endpoints.md §6,
/// cloudwatch.md §2) and ours where they are not (deployment-guardrails.md §13). Tools match some of them literally.
/// </summary>
public static class Faults
{
    /// <summary>What SageMaker answers for nearly everything.</summary>
    public static AwsFault Validation(string message) => new("ValidationException", message);

    /// <summary>A name that is not there.</summary>
    public static AwsFault CouldNotFind(string noun, string arn) => Validation($"Could not find {noun} \"{arn}\".");

    /// <summary>A name that is taken.</summary>
    public static AwsFault AlreadyExists(string noun, string arn) =>
        Validation($"Cannot create already existing {noun} \"{arn}\".");

    /// <summary>A change to an endpoint that is changing.</summary>
    public static AwsFault InProgress(string arn) => Validation($"Cannot update in-progress endpoint \"{arn}\".");

    /// <summary>A change other than deletion to an endpoint that failed.</summary>
    public static AwsFault NotUpdatable(string arn, string status) =>
        Validation($"Cannot update endpoint \"{arn}\" with status {status}.");

    /// <summary>Alarms that an update names and that are not there.</summary>
    public static AwsFault AlarmsNotFound(IEnumerable<string> names) =>
        Validation($"Could not find CloudWatch alarm(s): [{string.Join(", ", names)}].");

    /// <summary>Two update policies at once.</summary>
    public static AwsFault BothPolicies() =>
        Validation("Only one of BlueGreenUpdatePolicy and RollingUpdatePolicy can be specified in DeploymentConfig.");

    /// <summary>A deployment configuration given and retained at once.</summary>
    public static AwsFault RetainedAndGiven() =>
        Validation("DeploymentConfig cannot be specified when RetainDeploymentConfig is true.");

    /// <summary>A rolling update of several variants.</summary>
    public static AwsFault RollingNeedsOneVariant() =>
        Validation("Invalid RollingUpdatePolicy: rolling updates are not supported for endpoints with more than one production variant.");

    /// <summary>A size outside its range.</summary>
    public static AwsFault SizeOutOfRange(string policy, string member, string range) =>
        Validation($"Invalid {policy}: {member} must be {range} of the variant's total instance count.");

    /// <summary>A canary or linear routing without its size.</summary>
    public static AwsFault SizeMissing(string type, string member) =>
        Validation($"Invalid BlueGreenUpdatePolicy: {member} must be specified when the traffic routing type is {type}.");

    /// <summary>More instances than can be had.</summary>
    public static AwsFault LimitExceeded(string instanceType, int limit, int requested) => new(
        "ResourceLimitExceeded",
        $"The account-level service limit '{instanceType} for endpoint usage' is {limit} Instances, with current utilization of 0 "
        + $"Instances and a request delta of {requested} Instances. Please use AWS Service Quotas to request an increase for this "
        + "quota. If AWS Service Quotas is not available, contact AWS support to request an increase for this quota.");

    /// <summary>An alarm that is not there: no message, as recorded from AWS.</summary>
    public static AwsFault AlarmNotFound() => new("ResourceNotFound", "");

    /// <summary>FailureReason: an alarm tripped.</summary>
    public static string AlarmTripped(IEnumerable<string> names) =>
        "Endpoint update was rolled back because the following CloudWatch alarm(s) were in ALARM state: "
        + $"{string.Join(", ", names)}.";

    /// <summary>FailureReason: a watched alarm is gone.</summary>
    public static string AlarmGone(IEnumerable<string> names) =>
        "Endpoint update was rolled back because the following CloudWatch alarm(s) could not be found: "
        + $"{string.Join(", ", names)}.";

    /// <summary>FailureReason: the limit passed.</summary>
    public static string TimedOut(TimeSpan limit) =>
        $"Endpoint update exceeded the maximum execution timeout of {limit.TotalSeconds:0} seconds and was rolled back.";

    /// <summary>FailureReason: no capacity.</summary>
    public const string InsufficientCapacity =
        "Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity error. "
        + "Please retry using a different ML instance type or after some time.";

    /// <summary>FailureReason: the rollback did not succeed either.</summary>
    public static string RollbackFailed(string why, string cause) => $"{why} The rollback failed: {cause}";

    /// <summary>FailureReason: a defect of ours; the endpoint is set aside and the host goes on.</summary>
    public static string Quarantined(string id) => $"Request to service failed. Deployment {id} was set aside after an internal error.";
}
