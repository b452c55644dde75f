namespace RollingDeploy.Host.AutoScaling;

/// <summary>Example request bodies, which scale the endpoint of SageMaker's examples by its number of invocations.</summary>
internal static class AutoScalingExamples
{
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["RegisterScalableTarget"] = Variant("""
            "MinCapacity": 1,
              "MaxCapacity": 8
            """),
        ["DeregisterScalableTarget"] = Variant(),
        ["DescribeScalableTargets"] = """{ "ServiceNamespace": "sagemaker" }""",
        ["PutScalingPolicy"] = Variant("""
            "PolicyName": "invocations",
              "PolicyType": "TargetTrackingScaling",
              "TargetTrackingScalingPolicyConfiguration": {
                "TargetValue": 70,
                "PredefinedMetricSpecification": { "PredefinedMetricType": "SageMakerVariantInvocationsPerInstance" }
              }
            """),
        ["DeleteScalingPolicy"] = Variant("\"PolicyName\": \"invocations\""),
        ["DescribeScalingPolicies"] = """{ "ServiceNamespace": "sagemaker" }""",
        ["DescribeScalingActivities"] = """{ "ServiceNamespace": "sagemaker", "IncludeNotScaledActivities": true }""",
        ["PutScheduledAction"] = Variant("""
            "ScheduledActionName": "morning",
              "Schedule": "cron(0 8 ? * MON-FRI *)",
              "Timezone": "Europe/Berlin",
              "ScalableTargetAction": { "MinCapacity": 4, "MaxCapacity": 8 }
            """),
        ["DescribeScheduledActions"] = """{ "ServiceNamespace": "sagemaker" }""",
        ["DeleteScheduledAction"] = Variant("\"ScheduledActionName\": \"morning\""),
        ["TagResource"] = Tagged("\"Tags\": { \"team\": \"a\" }"),
        ["UntagResource"] = Tagged("\"TagKeys\": [\"team\"]"),
        ["ListTagsForResource"] = Tagged(),
    };

    private static string Variant(string? more = null) => $$"""
        {
          "ServiceNamespace": "sagemaker",
          "ResourceId": "endpoint/demo/variant/AllTraffic",
          "ScalableDimension": "sagemaker:variant:DesiredInstanceCount"{{(more is null ? "" : $",\n  {more}")}}
        }
        """;

    private static string Tagged(string? more = null) => $$"""
        {
          "ResourceARN": "arn:aws:application-autoscaling:us-east-1:000000000000:scalable-target/0ec59723e922090846469ced2c0570e881b1"{{(more is null ? "" : $",\n  {more}")}}
        }
        """;
}
