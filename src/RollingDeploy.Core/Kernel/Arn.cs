namespace RollingDeploy.Core.Kernel;

/// <summary>Makes Amazon Resource Names of SageMaker and CloudWatch.</summary>
public static class Arn
{
    /// <summary>
    /// Returns the ARN of a SageMaker resource. The name in it is in lower case, as on AWS (sagemaker-endpoints.md §1.3).
    /// </summary>
    public static string SageMaker(Region region, string type, string name)
    {
        ArgumentNullException.ThrowIfNull(region);
        return $"arn:{Partition(region.Name)}:sagemaker:{region.Name}:{region.Account}:{type}/{Printed(name)}";
    }

    /// <summary>Converts a name or a whole ARN of SageMaker to lower case, as AWS prints it.</summary>
#pragma warning disable CA1308 // Not a normalisation for comparison.
    public static string Printed(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308

    /// <summary>Returns the ARN of an alarm. The name keeps its case.</summary>
    public static string Alarm(Region region, string name)
    {
        ArgumentNullException.ThrowIfNull(region);
        return Alarm(region.Name, region.Account, name);
    }

    /// <summary>Returns the ARN of an alarm. The name keeps its case.</summary>
    public static string Alarm(string region, string account, string name) =>
        $"arn:{Partition(region)}:cloudwatch:{region}:{account}:alarm:{name}";

    /// <summary>Returns the partition of a region: <c>aws</c>, <c>aws-cn</c> or <c>aws-us-gov</c>.</summary>
    public static string Partition(string region) =>
        region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn"
        : region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov"
        : "aws";
}
