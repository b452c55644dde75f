using RollingDeploy.Host.Tests.SageMaker;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.AutoScaling;

public sealed class ScalingPolicyTests(TestHost host)
{
    private const string Steps =
        """
        "PolicyType":"StepScaling","StepScalingPolicyConfiguration":{"AdjustmentType":"ChangeInCapacity","StepAdjustments":[{"MetricIntervalLowerBound":0,"ScalingAdjustment":2}],"Cooldown":60}
        """;

    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Put_TargetTracking_MakesAlarmsThatCloudWatchShows()
    {
        await _account.HasTarget();

        var put = await _account.HasPolicy();

        var alarms = await _account.CloudWatch("DescribeAlarms", "{}");
        alarms.Each("MetricAlarms", "AlarmName").Should().BeEquivalentTo(put.Each("Alarms", "AlarmName")).And.HaveCount(2);
        var high = alarms.Json["MetricAlarms"]![0]!;
        (high.At("MetricName"), high.At("Namespace"), high.At("Statistic"), high.At("Period"), high.At("EvaluationPeriods"), high.At("Threshold"))
            .Should().Be(("InvocationsPerInstance", "AWS/SageMaker", "Sum", "60", "3", "100.0"));
        high.At("Dimensions").Should().Be("""[{"Name":"EndpointName","Value":"demo"},{"Name":"VariantName","Value":"AllTraffic"}]""");
        high.At("AlarmActions.0").Should().Be(put.At("PolicyARN"));
        high.At("AlarmDescription").Should().Be($"DO NOT EDIT OR DELETE. For TargetTrackingScaling policy {put.At("PolicyARN")}.");
        alarms.At("MetricAlarms.1.Threshold").Should().Be("90.0");
    }

    [Fact]
    public async Task Describe_Policies_ShowsWhatWasPut()
    {
        await _account.HasTarget();
        var put = await _account.HasPolicy();
        await _account.HasPolicy(Steps, "steps");

        var policies = await _account.Scales("DescribeScalingPolicies", """{"ServiceNamespace":"sagemaker"}""");

        policies.Each("ScalingPolicies", "PolicyName").Should().Equal("policy", "steps");
        policies.At("ScalingPolicies.0.PolicyARN").Should().Be(put.At("PolicyARN"));
        policies.At("ScalingPolicies.0.Alarms").Should().Be(put.At("Alarms"));
        policies.At("ScalingPolicies.0.TargetTrackingScalingPolicyConfiguration").Should().Be(
            """{"TargetValue":100.0,"PredefinedMetricSpecification":{"PredefinedMetricType":"SageMakerVariantInvocationsPerInstance"}}""");
        policies.At("ScalingPolicies.1.StepScalingPolicyConfiguration.Cooldown").Should().Be("60");
        (await _account.Scales("DescribeScalingPolicies", """{"ServiceNamespace":"sagemaker","PolicyNames":["steps"]}"""))
            .Each("ScalingPolicies", "PolicyName").Should().Equal("steps");
    }

    [Fact]
    public async Task TargetTracking_MetricAboveTheTarget_ScalesTheEndpoint()
    {
        await _account.HasTarget();
        await _account.HasPolicy();

        await _account.Minutes(3, 150);
        var during = await _account.Activities();
        await _account.AdvanceUntil("InService");

        (await _account.Moment()).Should().Be("InService blue 6/6");
        during.At("ScalingActivities.0.Description").Should().Be("Setting desired instance count to 6.");
        during.At("ScalingActivities.0.Cause").Should().EndWith(" in state ALARM triggered policy policy");
        during.At("ScalingActivities.0.StatusCode").Should().Be("InProgress");
        during.At("ScalingActivities.0.EndTime").Should().BeNull();
        (await _account.Activities()).At("ScalingActivities.0.StatusMessage").Should().Be(
            "Successfully set desired instance count to 6. Change successfully fulfilled by sagemaker.");
    }

    [Fact]
    public async Task Activities_ThatChangedNothing_AreShownWhenAskedFor()
    {
        await _account.HasTarget();
        await _account.Scales("RegisterScalableTarget", $$"""{{{Scaled.Variant}},"MaxCapacity":4}""");
        await _account.HasPolicy();

        await _account.Minutes(3, 150);

        (await _account.Activities()).Text.Should().Be("""{"ScalingActivities":[]}""");
        var all = await _account.Activities(""","IncludeNotScaledActivities":true""");
        all.At("ScalingActivities.0.Description").Should().Be("Attempting to scale due to alarm triggered");
        all.At("ScalingActivities.0.NotScaledReasons").Should().Be("""[{"Code":"AlreadyAtMaxCapacity","MaxCapacity":4}]""");
    }

    [Fact]
    public async Task StepScaling_AlarmOfTheUser_ScalesAndIsListed()
    {
        await _account.HasTarget();
        var policy = (await _account.HasPolicy(Steps, "steps")).At("PolicyARN");
        await _account.CloudWatch("PutMetricAlarm", $$"""{"AlarmName":"errors","Namespace":"MyApp","MetricName":"Errors","Statistic":"Sum","Period":60,"EvaluationPeriods":1,"Threshold":5,"ComparisonOperator":"GreaterThanThreshold","AlarmActions":["{{policy}}"]}""");

        await _account.SetsAlarm("ALARM");

        (await _account.Describes()).At("ProductionVariants.0.DesiredInstanceCount").Should().Be("6");
        (await _account.Scales("DescribeScalingPolicies", """{"ServiceNamespace":"sagemaker"}"""))
            .At("ScalingPolicies.0.Alarms.0.AlarmName").Should().Be("errors");
    }

    [Fact]
    public async Task CustomizedMetric_WithAnExpression_MakesAlarmsOfIt()
    {
        await _account.HasTarget();

        await _account.HasPolicy(
            """
            "PolicyType":"TargetTrackingScaling","TargetTrackingScalingPolicyConfiguration":{"TargetValue":5,"CustomizedMetricSpecification":{"Metrics":[{"Id":"e","Expression":"m/2"},{"Id":"m","ReturnData":false,"MetricStat":{"Metric":{"Namespace":"MyApp","MetricName":"Queue"},"Stat":"Average"}}]}}
            """);
        for (var minute = 0; minute < 3; minute++)
        {
            await _account.CloudWatch("PutMetricData", """{"Namespace":"MyApp","MetricData":[{"MetricName":"Queue","Value":20}]}""");
            await _account.Advances(60);
        }

        (await _account.Describes()).At("ProductionVariants.0.DesiredInstanceCount").Should().Be("8");
        (await _account.CloudWatch("DescribeAlarms", "{}")).At("MetricAlarms.0.Metrics.1.MetricStat.Period").Should().Be("60");
    }
}
