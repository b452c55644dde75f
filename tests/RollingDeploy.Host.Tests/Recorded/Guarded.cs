namespace RollingDeploy.Host.Tests.Recorded;

/// <summary>
/// The first half of the recorded story: an endpoint of one variant and one of two, their alarms, and each way in which a
/// deployment can end.
/// </summary>
internal static class Guarded
{
    public const string Role = "arn:aws:iam::111122223333:role/sagemaker";
    private const string Topic = "arn:aws:sns:us-east-1:111122223333:topic";
    private const string RollingByTwo =
        """{"MaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":2},"WaitIntervalInSeconds":120,"RollbackMaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":1}}""";

    private static readonly string Rolling = $$"""{"RollingUpdatePolicy":{{RollingByTwo}},{{Watching("errors", "either")}}}""";
    private static readonly string Canary = $$$"""{"BlueGreenUpdatePolicy":{"TrafficRoutingConfiguration":{"Type":"CANARY","WaitIntervalInSeconds":300,"CanarySize":{"Type":"INSTANCE_COUNT","Value":1}},"TerminationWaitInSeconds":120},{{{Watching("errors")}}}}""";
    private static readonly string Linear = $$$"""{"BlueGreenUpdatePolicy":{"TrafficRoutingConfiguration":{"Type":"LINEAR","WaitIntervalInSeconds":180,"LinearStepSize":{"Type":"CAPACITY_PERCENT","Value":50}},"TerminationWaitInSeconds":60},{{{Watching("either")}}}}""";

    /// <summary>
    /// Models, configurations, an endpoint with traffic, and alarms: plain, by an expression, and composite with a suppressor.
    /// </summary>
    public static async Task Begins(Telling story)
    {
        foreach (var model in (string[])["model", "better"])
        {
            await story.Does("sagemaker/CreateModel", $$"""{"ModelName":"{{model}}","PrimaryContainer":{"Image":"registry/{{model}}:1"},"ExecutionRoleArn":"{{Role}}"}""");
        }

        await HasConfigs(story, "blue", "model");
        await HasConfigs(story, "green", "better");
        foreach (var (name, config) in ((string, string)[])[("demo", "blue"), ("pair", "pair-blue")])
        {
            await story.Does("sagemaker/CreateEndpoint", $$"""{"EndpointName":"{{name}}","EndpointConfigName":"{{config}}","Tags":[{"Key":"team","Value":"ml"}]}""");
            await story.Until(name);
            await story.Does($"PUT endpoints/{name}/traffic", """{"requestsPerSecond":20}""");
        }

        await HasAlarm(story, "errors", $$""","AlarmActions":["{{Topic}}"],"OKActions":["{{Topic}}"]""");
        await HasAlarm(story, "quiet");
        await story.Does("cloudwatch/PutMetricAlarm", """
            {"AlarmName":"ratio","EvaluationPeriods":2,"DatapointsToAlarm":1,"Threshold":0.5,"ComparisonOperator":"GreaterThanThreshold","TreatMissingData":"notBreaching",
             "Metrics":[{"Id":"r","Expression":"e/100"},{"Id":"e","ReturnData":false,"MetricStat":{"Metric":{"Namespace":"MyApp","MetricName":"errors"},"Stat":"Sum","Period":60}}]}
            """);
        await story.Does("cloudwatch/PutCompositeAlarm", $$"""
            {"AlarmName":"either","AlarmRule":"ALARM(errors) OR ALARM(ratio)","AlarmActions":["{{Topic}}"],
             "ActionsSuppressor":"quiet","ActionsSuppressorWaitPeriod":20,"ActionsSuppressorExtensionPeriod":30}
            """);
        await story.ReachesAMinute();
        await Reports(story, "errors", 0);
        await story.Advances(180);
    }

    /// <summary>A rolling update that succeeds, looked at in its second bake.</summary>
    public static async Task Succeeds(Telling story)
    {
        await Reports(story, "errors", 1);
        await story.Advances(60);
        await Updates(story, "green", Rolling);
        await story.Advances(200);
        await story.KeepsDeployments("rolling-halfway", "endpoints/demo");
        await story.Until("demo");
    }

    /// <summary>A canary whose first bake meets errors; before it, a call that the guide's misspelling gets refused.</summary>
    public static async Task RollsBack(Telling story)
    {
        await story.IsRefused("sagemaker/UpdateEndpoint", """
            {"EndpointName":"demo","EndpointConfigName":"blue","DeploymentConfig":{"RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"CAPACITY_PERCENTAGE","Value":5},"WaitIntervalInSeconds":0}}}
            """);
        await Updates(story, "pair-green", Canary, "pair");
        await story.Advances(100);
        await Reports(story, "errors", 90);
        await story.Until("pair");
        await story.Advances(300);
    }

    /// <summary>
    /// Alarms set by hand, put again, without actions, suppressed, and deleted; a linear update rolls back by one of them.
    /// </summary>
    public static async Task SetsAlarms(Telling story)
    {
        await Sets(story, "quiet", "ALARM");
        await Sets(story, "errors", "ALARM");
        await story.Advances(40);
        await Sets(story, "quiet", "OK");
        await story.Advances(90);
        await Sets(story, "errors", "ALARM");
        await story.Advances(45);
        await Sets(story, "errors", "OK");
        await story.Advances(45);
        await Updates(story, "pair-green", Linear, "pair");
        await story.Advances(60);
        await story.Does("cloudwatch/DisableAlarmActions", """{"AlarmNames":["errors"]}""");
        await Sets(story, "errors", "ALARM");
        await story.Until("pair");
        await story.Does("cloudwatch/EnableAlarmActions", """{"AlarmNames":["errors"]}""");
        await HasAlarm(story, "errors", ""","AlarmDescription":"put again" """);
        await HasAlarm(story, "passing");
        await story.Does("cloudwatch/DeleteAlarms", """{"AlarmNames":["passing"]}""");
        await story.Advances(120);
    }

    /// <summary>
    /// Faults: no capacity on the way there, on the way back, crashes, slow launches, pings that fail, alarms that may not be
    /// read.
    /// </summary>
    public static async Task MeetsFaults(Telling story)
    {
        await Fault(story, """{"kind":"insufficientCapacity","endpoint":"demo","fleet":"new","atInstance":3,"times":1}""");
        await Updates(story, "blue", Rolling);
        await story.Until("demo");
        await Fault(story, """{"kind":"slowLaunch","seconds":400,"times":1}""");
        await Fault(story, """{"kind":"instanceCrash","endpoint":"demo","variant":"a","when":{"endpoint":"demo","bake":2,"afterSeconds":30}}""");
        await Updates(story, "blue", Rolling);
        await story.Until("demo");
        await Fault(story, """{"kind":"alarmPermissionDenied","times":1}""");
        await Updates(story, "pair-green", Canary, "pair");
        await story.Until("pair");
        await Fault(story, """{"kind":"pingFailure","fleet":"new","times":1}""");
        await Updates(story, "pair-green", Linear, "pair");
        await story.Until("pair");
        await Fault(story, """{"kind":"throttling","operation":"DescribeEndpoint","times":1}""");
        await story.IsRefused("sagemaker/DescribeEndpoint", """{"EndpointName":"demo"}""");
        await Fault(story, """{"kind":"instanceCrash","endpoint":"pair","variant":"b","times":2}""");
        await story.Advances(900);
        await Fault(story, """{"kind":"insufficientCapacity","endpoint":"demo","fleet":"old","times":1}""");
        await Updates(story, "green", Rolling);
        await story.Advances(240);
        await Sets(story, "errors", "ALARM");
        await story.Until("demo", "UpdateRollbackFailed");
        await story.Advances(60);
        await Updates(story, "green");
        await story.Until("demo");
        await Updates(story, "blue", """{"RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":1},"WaitIntervalInSeconds":500,"MaximumExecutionTimeoutInSeconds":600}}""");
        await story.Until("demo");
        await story.Keeps("faults.txt", "GET faults");
    }

    public static Task HasAlarm(Telling story, string name, string more = "", string region = "us-east-1") => story.Does(
        "cloudwatch/PutMetricAlarm",
        $$"""{"AlarmName":"{{name}}","Namespace":"MyApp","MetricName":"{{name}}","Statistic":"Sum","Period":60,"EvaluationPeriods":1,"Threshold":5,"ComparisonOperator":"GreaterThanThreshold","TreatMissingData":"notBreaching"{{more}}}""",
        region);

    public static Task Reports(Telling story, string metric, double value) => story.Does(
        "cloudwatch/PutMetricData", $$"""{"Namespace":"MyApp","MetricData":[{"MetricName":"{{metric}}","Value":{{value}}}]}""");

    public static Task Sets(Telling story, string alarm, string state) => story.Does(
        "cloudwatch/SetAlarmState", $$"""{"AlarmName":"{{alarm}}","StateValue":"{{state}}","StateReason":"by hand","StateReasonData":"{\"why\":1}"}""");

    public static Task Fault(Telling story, string fault) => story.Does("POST faults", fault);

    public static Task Updates(Telling story, string config, string? deploymentConfig = null, string endpoint = "demo") => story.Does(
        "sagemaker/UpdateEndpoint",
        $$"""{"EndpointName":"{{endpoint}}","EndpointConfigName":"{{config}}"{{(deploymentConfig is null ? "" : $",\"DeploymentConfig\":{deploymentConfig}")}}}""");

    private static string Watching(params string[] alarms) =>
        $$"""
        "AutoRollbackConfiguration":{"Alarms":[{{string.Join(',', alarms.Select(name => $$"""{"AlarmName":"{{name}}"}"""))}}]}
        """;

    private static async Task HasConfigs(Telling story, string name, string model)
    {
        var a = $$"""{"VariantName":"a","ModelName":"{{model}}","InstanceType":"ml.m5.large","InitialInstanceCount":4,"InitialVariantWeight":3}""";
        var b = $$"""{"VariantName":"b","ModelName":"{{model}}","InstanceType":"ml.c5.xlarge","InitialInstanceCount":2,"InitialVariantWeight":1}""";
        foreach (var (config, variants) in ((string, string)[])[(name, a), ($"pair-{name}", $"{a},{b}")])
        {
            await story.Does("sagemaker/CreateEndpointConfig", $$"""{"EndpointConfigName":"{{config}}","ProductionVariants":[{{variants}}]}""");
        }
    }
}
