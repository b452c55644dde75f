namespace RollingDeploy.Core.Plans;

/// <summary>
/// What SageMaker objects to in a deployment configuration. In AWS's words where they are known (sagemaker-endpoints.md
/// §6), and in ours where they are not.
/// </summary>
public static class DeploymentConfigErrors
{
    /// <summary>Alarms that an update names and that are not there.</summary>
    public static AwsError AlarmsNotFound(IEnumerable<string> names) =>
        SageMakerErrors.Validation($"Could not find CloudWatch alarm(s): [{string.Join(", ", names)}].");

    /// <summary>An alarm that names none: AWS's model allows it, but it would watch nothing.</summary>
    public static AwsError AlarmWithoutName() =>
        SageMakerErrors.Validation("Invalid AutoRollbackConfiguration: AlarmName must be specified for every alarm.");

    /// <summary>Two update policies at once.</summary>
    public static AwsError BothPolicies() =>
        SageMakerErrors.Validation("Only one of BlueGreenUpdatePolicy and RollingUpdatePolicy can be specified in DeploymentConfig.");

    /// <summary>A deployment configuration given and retained at once.</summary>
    public static AwsError RetainedAndGiven() =>
        SageMakerErrors.Validation("DeploymentConfig cannot be specified when RetainDeploymentConfig is true.");

    /// <summary>A rolling update of several variants.</summary>
    public static AwsError RollingNeedsOneVariant() =>
        SageMakerErrors.Validation("Invalid RollingUpdatePolicy: rolling updates are not supported for endpoints with more than one production variant.");

    /// <summary>A rolling update from or to a serverless variant.</summary>
    public static AwsError RollingNeedsInstances() =>
        SageMakerErrors.Validation("Invalid RollingUpdatePolicy: rolling updates are not supported for serverless endpoints.");

    /// <summary>A size outside its range.</summary>
    public static AwsError SizeOutOfRange(string policy, string member, string range, string total, string hint) =>
        new("ValidationException", $"Invalid {policy}: {member} must be {range} of the {total}.") { Hint = hint };

    /// <summary>A canary or linear routing without its size.</summary>
    public static AwsError SizeMissing(string type, string member, string hint) => new(
        "ValidationException", $"Invalid BlueGreenUpdatePolicy: {member} must be specified when the traffic routing type is {type}.")
    {
        Hint = hint,
    };
}
