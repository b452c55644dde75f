using RollingDeploy.Host.Tests.AutoScaling;
using RollingDeploy.Host.Tests.Oracle;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Kept;

/// <summary>The rows of Application Auto Scaling.</summary>
internal static class AutoScalingRows
{
    private const string Tracking = "TargetTrackingScalingPolicyConfiguration";
    private const string Customized = $"{Tracking}.CustomizedMetricSpecification";

    private static readonly Look Policy = new("DescribeScalingPolicies", """{"ServiceNamespace":"sagemaker"}""") { To = "ScalingPolicies[0]" };

    private static readonly string[] OfOneMetric =
        [$"{Customized}.MetricName", $"{Customized}.Namespace", $"{Customized}.Dimensions", $"{Customized}.Statistic", $"{Customized}.Unit"];

    public static IEnumerable<Row> All =>
    [
        new(Service.AutoScaling, "RegisterScalableTarget", "a variant")
        {
            Values = $$"""{{{Scaled.Variant}},"MinCapacity":1,"MaxCapacity":8,"RoleARN":"arn:aws:iam::111122223333:role/own"}""",
            Before = account => account.HasEndpoint(),
            Looks = [new("DescribeScalableTargets", """{"ServiceNamespace":"sagemaker"}""") { To = "ScalableTargets[0]" }, TagsLook],
        },
        new(Service.AutoScaling, "TagResource", "a target")
        {
            Values = """{"ResourceARN":"TARGET"}""",
            Before = account => account.HasTarget(),
            Looks = [TagsLook],
        },
        new(Service.AutoScaling, "PutScheduledAction", "a cron expression")
        {
            Values = $$"""
                {{{Scaled.Variant}},"ScheduledActionName":"night","Schedule":"cron(0 20 * * ? *)","Timezone":"Europe/Berlin",
                 "StartTime":1893542400,"EndTime":1893628800,"ScalableTargetAction.MinCapacity":1,"ScalableTargetAction.MaxCapacity":2}
                """,
            Before = account => account.HasTarget(),
            Looks = [new("DescribeScheduledActions", """{"ServiceNamespace":"sagemaker"}""") { To = "ScheduledActions[0]" }],
        },
        Put("steps", "StepScaling", """
            ,"StepScalingPolicyConfiguration.AdjustmentType":"PercentChangeInCapacity","StepScalingPolicyConfiguration.StepAdjustments":[
             {"MetricIntervalLowerBound":0,"MetricIntervalUpperBound":10.5,"ScalingAdjustment":10},{"MetricIntervalLowerBound":10.5,"ScalingAdjustment":20}]
            """, [Tracking]),
        Put("a predefined metric", "TargetTrackingScaling", $$"""
            ,"{{Tracking}}.PredefinedMetricSpecification.PredefinedMetricType":"SageMakerVariantInvocationsPerInstance"
            """, ["StepScalingPolicyConfiguration", Customized, $"{Tracking}.PredefinedMetricSpecification.ResourceLabel"]),
        Put("a metric of one's own", "TargetTrackingScaling", $$"""
            ,"{{Customized}}.Unit":"Count"
            """, ["StepScalingPolicyConfiguration", $"{Tracking}.PredefinedMetricSpecification", $"{Customized}.Metrics"]),
        Put("an expression", "TargetTrackingScaling", $$"""
            ,"{{Customized}}.Metrics":[{"Id":"e","Expression":"m / 2","Label":"half","ReturnData":true},
              {"Id":"m","ReturnData":false,"MetricStat":{"Metric":{"Namespace":"MyApp","MetricName":"Load","Dimensions":[{"Name":"Name","Value":"Value"}]},"Stat":"Sum","Unit":"Count"} }]
            """, ["StepScalingPolicyConfiguration", $"{Tracking}.PredefinedMetricSpecification", .. OfOneMetric]),
    ];

    private static Look TagsLook { get; } = new("ListTagsForResource", """{"ResourceARN":"TARGET"}""") { From = "Tags", To = "Tags" };

    private static Row Put(string name, string type, string values, string[] without) => new(Service.AutoScaling, "PutScalingPolicy", name)
    {
        Values = $$"""{{{Scaled.Variant}},"PolicyName":"policy","PolicyType":"{{type}}"{{values}}}""",
        Without = [.. without, "PredictiveScalingPolicyConfiguration"],
        Before = account => account.HasTarget(),
        Looks = [Policy],
    };
}
