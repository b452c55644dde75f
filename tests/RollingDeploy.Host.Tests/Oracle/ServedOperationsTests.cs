using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Oracle;

/// <summary>
/// The operations that there must be, written by hand from the sheets: the comparison with AWS's model begins at our own records,
/// and would not miss one that is gone.
/// </summary>
public sealed class ServedOperationsTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    /// <summary>The headings of sagemaker-endpoints.md §3–5, 7 and 8.</summary>
    public static TheoryData<string> SageMaker =>
    [
        "CreateModel", "DescribeModel", "ListModels", "DeleteModel",
        "CreateEndpointConfig", "DescribeEndpointConfig", "ListEndpointConfigs", "DeleteEndpointConfig",
        "CreateEndpoint", "DescribeEndpoint", "ListEndpoints", "DeleteEndpoint",
        "UpdateEndpoint", "UpdateEndpointWeightsAndCapacities",
        "CreateInferenceComponent", "DescribeInferenceComponent", "ListInferenceComponents", "DeleteInferenceComponent",
        "UpdateInferenceComponent", "UpdateInferenceComponentRuntimeConfig",
        "AddTags", "ListTags", "DeleteTags",
    ];

    /// <summary>Those of cloudwatch.md §2 that are here.</summary>
    public static TheoryData<string> CloudWatch =>
    [
        "PutMetricAlarm", "DescribeAlarms", "DeleteAlarms", "SetAlarmState",
        "PutMetricData", "GetMetricStatistics", "ListMetrics",
    ];

    /// <summary>Those of Application Auto Scaling, less scheduled and predictive scaling.</summary>
    public static TheoryData<string> AutoScaling =>
    [
        "RegisterScalableTarget", "DescribeScalableTargets", "DeregisterScalableTarget",
        "PutScalingPolicy", "DescribeScalingPolicies", "DeleteScalingPolicy",
        "PutScheduledAction", "DescribeScheduledActions", "DeleteScheduledAction",
        "DescribeScalingActivities", "TagResource", "UntagResource", "ListTagsForResource",
    ];

    [Theory]
    [MemberData(nameof(SageMaker))]
    public async Task SageMaker_EachOperationOfTheSheet_IsServed(string operation) =>
        (await _account.SageMaker(operation, "{}")).At("__type").Should().NotBe("UnknownOperationException");

    [Theory]
    [MemberData(nameof(CloudWatch))]
    public async Task CloudWatch_EachOperationOfTheSheet_IsServed(string operation) =>
        (await _account.CloudWatch(operation, "{}")).Text.Should().NotContain("UnknownOperationException");

    [Theory]
    [MemberData(nameof(AutoScaling))]
    public async Task AutoScaling_EachOperation_IsServed(string operation) =>
        (await _account.AutoScaling(operation, "{}")).At("__type").Should().NotBe("UnknownOperationException");

    [Theory]
    [InlineData("GetCallerIdentity")]
    [InlineData("AssumeRole")]
    [InlineData("AssumeRoleWithWebIdentity")]
    [InlineData("GetSessionToken")]
    public async Task Sts_EachOperation_IsServed(string operation) =>
        (await _account.Send(
            HttpMethod.Post, "/", $"Action={operation}&Version=2011-06-15", "application/x-www-form-urlencoded"))
            .Text.Should().NotContain("InvalidAction");
}
