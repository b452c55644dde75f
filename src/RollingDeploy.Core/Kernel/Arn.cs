namespace RollingDeploy.Core.Kernel;

/// <summary>Amazon Resource Names, as SageMaker and CloudWatch write them.</summary>
public static class Arn
{
    /// <summary>A SageMaker resource; the name inside is lower-cased, as AWS does (sagemaker-endpoints.md §1.3).</summary>
    public static string SageMaker(Region region, string type, string name)
    {
        ArgumentNullException.ThrowIfNull(region);
        return $"arn:{Partition(region.Name)}:sagemaker:{region.Name}:{region.Account}:{type}/{Printed(name)}";
    }

    /// <summary>A name or a whole ARN of SageMaker as AWS prints it: in lower case.</summary>
#pragma warning disable CA1308 // Not a normalisation for comparison.
    public static string Printed(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308

    /// <summary>An alarm; its name keeps its case.</summary>
    public static string Alarm(Region region, string name)
    {
        ArgumentNullException.ThrowIfNull(region);
        return $"arn:{Partition(region.Name)}:cloudwatch:{region.Name}:{region.Account}:alarm:{name}";
    }

    /// <summary>The partition that a region belongs to: <c>aws</c>, <c>aws-cn</c> or <c>aws-us-gov</c>.</summary>
    public static string Partition(string region) =>
        region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn"
        : region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov"
        : "aws";
}
