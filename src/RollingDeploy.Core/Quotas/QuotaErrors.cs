namespace RollingDeploy.Core.Quotas;

/// <summary>Makes the errors of SageMaker for numbers of instances.</summary>
public static class QuotaErrors
{
    /// <summary>The quota of an instance type is exceeded.</summary>
    public static AwsError QuotaExceeded(string instanceType, int limit, int utilization, int delta) =>
        SageMakerErrors.LimitExceeded($"{instanceType} for endpoint usage", "Instances", limit, utilization, delta);
}
