using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Recorded;

/// <summary>The second half of the recorded story: what scales, inference components, another region, and the end.</summary>
internal static class Scaling
{
    private const string Variant =
        """
        "ServiceNamespace":"sagemaker","ResourceId":"endpoint/demo/variant/a","ScalableDimension":"sagemaker:variant:DesiredInstanceCount"
        """;

    private const string Component =
        """
        "ServiceNamespace":"sagemaker","ResourceId":"inference-component/part","ScalableDimension":"sagemaker:inference-component:DesiredCopyCount"
        """;

    private const string Steps =
        """
        "PolicyType":"StepScaling","StepScalingPolicyConfiguration":{"AdjustmentType":"ChangeInCapacity","Cooldown":60,"StepAdjustments":[{"MetricIntervalLowerBound":0,"ScalingAdjustment":1}]}
        """;

    /// <summary>
    /// By hand, then by traffic: out, held by a deployment and by its maximum, without capacity, by steps, and in again.
    /// </summary>
    public static async Task ScalesAVariant(Telling story)
    {
        await story.Does("sagemaker/UpdateEndpointWeightsAndCapacities", """
            {"EndpointName":"pair","DesiredWeightsAndCapacities":[{"VariantName":"a","DesiredWeight":1,"DesiredInstanceCount":3},{"VariantName":"b","DesiredWeight":1}]}
            """);
        await story.Until("pair");
        await story.ReachesAMinute();
        await story.Does("application-autoscaling/RegisterScalableTarget", $$"""{{{Variant}},"MinCapacity":2,"MaxCapacity":8}""");
        await story.Does("application-autoscaling/PutScalingPolicy", $$$"""
            {{{{Variant}}},"PolicyName":"track","PolicyType":"TargetTrackingScaling","TargetTrackingScalingPolicyConfiguration":{"TargetValue":600,
             "PredefinedMetricSpecification":{"PredefinedMetricType":"SageMakerVariantInvocationsPerInstance"},"ScaleOutCooldown":60,"ScaleInCooldown":60}}
            """);
        await story.Does("PUT endpoints/demo/traffic", """{"requestsPerSecond":80}""");
        await Scales(story, 6);
        await story.KeepsActivities("scaling-out");
        await story.Until("demo");
        await Guarded.Updates(story, "green", """{"RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":2},"WaitIntervalInSeconds":400}}""");
        await story.Does("PUT endpoints/demo/traffic", """{"requestsPerSecond":140}""");
        await Scales(story, 5);
        await story.Until("demo");
        await Guarded.Fault(story, """{"kind":"insufficientCapacity","endpoint":"demo","times":1}""");
        await Scales(story, 8);
        await story.Until("demo");
        await Scales(story, 15);
        await ScalesBySteps(story);
        await story.Does("PUT endpoints/demo/traffic", """{"requestsPerSecond":1}""");
        await Scales(story, 25);
        await story.Until("demo");
        await story.Does("application-autoscaling/DeleteScalingPolicy", $$"""{{{Variant}},"PolicyName":"track"}""");
        await story.KeepsActivities("scaled-in");
    }

    /// <summary>
    /// Components on instances that scale with them: deployed, rolled back by an alarm, scaled by hand and by steps, deleted.
    /// </summary>
    public static async Task DeploysAComponent(Telling story)
    {
        await story.Does("sagemaker/CreateEndpointConfig", $$$"""
            {"EndpointConfigName":"host","ExecutionRoleArn":"{{{Guarded.Role}}}","ProductionVariants":[{"VariantName":"a","InstanceType":"ml.m5.large","InitialInstanceCount":1,
             "ManagedInstanceScaling":{"Status":"ENABLED","MinInstanceCount":1,"MaxInstanceCount":4}}]}
            """);
        await story.Does("sagemaker/CreateEndpoint", """{"EndpointName":"host","EndpointConfigName":"host"}""");
        await story.Until("host");
        await story.Does("sagemaker/CreateInferenceComponent", $$$"""
            {"InferenceComponentName":"part","EndpointName":"host","VariantName":"a","Specification":{{{Runs("model")}}},"RuntimeConfig":{"CopyCount":4}}
            """);
        await story.Until("part", kind: "inferenceComponent");
        await UpdatesPart(story, "better");
        await story.Until("part", kind: "inferenceComponent");
        await Guarded.Sets(story, "errors", "OK");
        await UpdatesPart(story, "model");
        await story.Advances(100);
        await Guarded.Sets(story, "errors", "ALARM");
        await story.Until("part", kind: "inferenceComponent");
        await story.Does("sagemaker/UpdateInferenceComponentRuntimeConfig", """{"InferenceComponentName":"part","DesiredRuntimeConfig":{"CopyCount":6}}""");
        await story.Until("part", kind: "inferenceComponent");
        await Guarded.Fault(story, """{"kind":"insufficientCapacity","inferenceComponent":"part","times":1}""");
        await story.Does("sagemaker/UpdateInferenceComponentRuntimeConfig", """{"InferenceComponentName":"part","DesiredRuntimeConfig":{"CopyCount":8}}""");
        await story.Until("part", kind: "inferenceComponent");
        await story.Does("application-autoscaling/RegisterScalableTarget", $$"""{{{Component}},"MinCapacity":1,"MaxCapacity":7}""");
        var policy = await story.Does("application-autoscaling/PutScalingPolicy", $$$"""{{{{Component}}},"PolicyName":"copies","PolicyType":"StepScaling","StepScalingPolicyConfiguration":{"AdjustmentType":"ExactCapacity","StepAdjustments":[{"MetricIntervalLowerBound":0,"ScalingAdjustment":7}]}}""");
        await Guarded.HasAlarm(story, "busy", $$""","AlarmActions":["{{policy.At("PolicyARN")}}"]""");
        await Guarded.Sets(story, "busy", "ALARM");
        await story.Until("part", kind: "inferenceComponent");
        await story.Advances(1200);
        await story.KeepsDeployments("component", "inference-components/part");
    }

    /// <summary>Another region with an endpoint and an alarm of the same names: nothing of it may be seen in the first.</summary>
    public static async Task BeginsElsewhere(Telling story)
    {
        const string There = "eu-west-1";
        await story.Does("sagemaker/CreateModel", """{"ModelName":"model","PrimaryContainer":{"Image":"registry/model:1"}}""", There);
        await story.Does("sagemaker/CreateEndpointConfig", """{"EndpointConfigName":"blue","ProductionVariants":[{"VariantName":"a","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":1}]}""", There);
        await story.Does("sagemaker/CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""", There);
        await Guarded.HasAlarm(story, "errors", region: There);
        await story.Until("demo", region: There);
        await story.Keeps("elsewhere-journal.txt", "GET endpoints/demo/journal", region: There);
        await story.KeepsDeployments("elsewhere", "endpoints/demo", There);
        await story.KeepsHistory("elsewhere", There);
    }

    /// <summary>Everything as it stands, then deletion, and an endpoint and an alarm made anew under the same names.</summary>
    public static async Task Ends(Telling story)
    {
        foreach (var name in (string[])["demo", "pair", "host"])
        {
            await story.Keeps($"{name}-journal.txt", $"GET endpoints/{name}/journal");
            await story.KeepsDeployments(name, $"endpoints/{name}");
        }

        await story.KeepsHistory("before-deletion");
        await story.KeepsActivities("before-deletion");
        await story.Does("sagemaker/DeleteInferenceComponent", """{"InferenceComponentName":"part"}""");
        await story.Advances(120);
        await story.Does("sagemaker/DeleteEndpoint", """{"EndpointName":"demo"}""");
        await story.Does("cloudwatch/DeleteAlarms", """{"AlarmNames":["either"]}""");
        await story.Does("cloudwatch/DeleteAlarms", """{"AlarmNames":["errors","quiet"]}""");
        await story.Advances(120);
        await story.Keeps("deleted-journal.txt", "GET endpoints/demo/journal");
        await story.Keeps("deleted-component.txt", "GET inference-components/part/deployments");
        await story.Does("sagemaker/CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"green"}""");
        await story.Until("demo");
        await Guarded.HasAlarm(story, "errors");
        await story.Advances(60);
        await story.Keeps("anew-journal.txt", "GET endpoints/demo/journal");
        await story.KeepsDeployments("anew", "endpoints/demo");
        await story.KeepsHistoryByKind("anew");
        await story.KeepsActivities("anew");
    }

    private static async Task ScalesBySteps(Telling story)
    {
        var policy = await story.Does("application-autoscaling/PutScalingPolicy", $$"""{{{Variant}},"PolicyName":"steps",{{Steps}}}""");
        await Guarded.HasAlarm(story, "queue", $$""","AlarmActions":["{{policy.At("PolicyARN")}}"]""");
        await Guarded.Reports(story, "queue", 8);
        await story.Advances(60);
        await story.Does("application-autoscaling/RegisterScalableTarget", $$"""{{{Variant}},"MaxCapacity":12}""");
        await Guarded.Reports(story, "queue", 8);
        await story.Advances(120);
        await Guarded.Reports(story, "queue", 8);
        await story.Advances(240);
        await story.Until("demo");
    }

    // Minute by minute, as somebody does who waits: what is asked in between must change nothing.
    private static async Task Scales(Telling story, int minutes)
    {
        for (var minute = 0; minute < minutes; minute++)
        {
            await story.Advances(60);
            await story.Does("GET endpoints/demo/journal");
        }
    }

    private static Task<Answer> UpdatesPart(Telling story, string model) => story.Does("sagemaker/UpdateInferenceComponent", $$$$"""
        {"InferenceComponentName":"part","Specification":{{{{Runs(model)}}}},"DeploymentConfig":{
         "RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"COPY_COUNT","Value":2},"WaitIntervalInSeconds":120},
         "AutoRollbackConfiguration":{"Alarms":[{"AlarmName":"errors"}]}}}
        """);

    private static string Runs(string model) =>
        $$$"""{"ModelName":"{{{model}}}","ComputeResourceRequirements":{"MinMemoryRequiredInMb":3072}}""";
}
