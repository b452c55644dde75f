namespace RollingDeploy.Core.Quotas;

/// <summary>What SageMaker objects to in a number of instances.</summary>
public static class QuotaErrors
{
    /// <summary>The account's quota of an instance type.</summary>
    public static AwsError QuotaExceeded(string instanceType, int limit, int utilization, int delta) =>
        SageMakerErrors.LimitExceeded($"{instanceType} for endpoint usage", "Instances", limit, utilization, delta);
}
