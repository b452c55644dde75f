namespace RollingDeploy.Core.Plans;

/// <summary>
/// Makes the errors of SageMaker for deployment configurations, with AWS's texts where they are known (sagemaker-endpoints.md
/// §6). Other texts are RollingDeploy's.
/// </summary>
public static class DeploymentConfigErrors
{
    /// <summary>Alarms of an update do not exist.</summary>
    public static AwsError AlarmsNotFound(IEnumerable<string> names) =>
        SageMakerErrors.Validation($"Could not find CloudWatch alarm(s): [{string.Join(", ", names)}].");

    /// <summary>An alarm has no name. AWS's model allows it, but no alarm would be monitored.</summary>
    public static AwsError AlarmWithoutName() =>
        SageMakerErrors.Validation("Invalid AutoRollbackConfiguration: AlarmName must be specified for every alarm.");

    /// <summary>The configuration has two update policies.</summary>
    public static AwsError BothPolicies() =>
        SageMakerErrors.Validation("Only one of BlueGreenUpdatePolicy and RollingUpdatePolicy can be specified in DeploymentConfig.");

    /// <summary>The request both has a deployment configuration and retains the last one.</summary>
    public static AwsError RetainedAndGiven() =>
        SageMakerErrors.Validation("DeploymentConfig cannot be specified when RetainDeploymentConfig is true.");

    /// <summary>A rolling update has several production variants.</summary>
    public static AwsError RollingNeedsOneVariant() =>
        SageMakerErrors.Validation("Invalid RollingUpdatePolicy: rolling updates are not supported for endpoints with more than one production variant.");

    /// <summary>A rolling update has a serverless variant, before or after it.</summary>
    public static AwsError RollingNeedsInstances() =>
        SageMakerErrors.Validation("Invalid RollingUpdatePolicy: rolling updates are not supported for serverless endpoints.");

    /// <summary>A size is out of range.</summary>
    public static AwsError SizeOutOfRange(string policy, string member, string range, string total, string hint) =>
        new("ValidationException", $"Invalid {policy}: {member} must be {range} of the {total}.") { Hint = hint };

    /// <summary>A canary or linear deployment has no size.</summary>
    public static AwsError SizeMissing(string type, string member, string hint) => new(
        "ValidationException", $"Invalid BlueGreenUpdatePolicy: {member} must be specified when the traffic routing type is {type}.")
    {
        Hint = hint,
    };
}
