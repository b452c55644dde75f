namespace RollingDeploy.Host.Tests.Fuzz;

/// <summary>The calls that furnish a world, and the names that bodies can use in it.</summary>
internal static class Scenery
{
    private const string CloudWatch = "GraniteServiceVersion20100801.";
    private const string AutoScaling = "AnyScaleFrontendService.";
    private const string Scaled =
        """
        "ServiceNamespace":"sagemaker","ResourceId":"endpoint/serving/variant/AllTraffic","ScalableDimension":"sagemaker:variant:DesiredInstanceCount"
        """;

    public static IReadOnlyList<(string Target, string Body)> Calls { get; } =
    [
        ("SageMaker.CreateModel", """
            {"ModelName":"model","ExecutionRoleArn":"arn:aws:iam::000000000000:role/example","Tags":[{"Key":"team","Value":"a"}],
             "PrimaryContainer":{"Image":"000000000000.dkr.ecr.us-east-1.amazonaws.com/model:1"}}
            """),
        Config("blue", Variant("AllTraffic", 3)),
        Config("green", Variant("AllTraffic", 4)),
        Config("two", Variant("one", 2), Variant("two", 1)),
        Config("most", Variant("AllTraffic", int.MaxValue), Variant("other", int.MaxValue)),
        Config("serverless", """{"VariantName":"AllTraffic","ModelName":"model","ServerlessConfig":{"MemorySizeInMB":2048,"MaxConcurrency":5}}"""),
        ("SageMaker.CreateEndpointConfig", """
            {"EndpointConfigName":"components","ExecutionRoleArn":"arn:aws:iam::000000000000:role/example",
             "ProductionVariants":[{"VariantName":"AllTraffic","InstanceType":"ml.g5.2xlarge","InitialInstanceCount":2}]}
            """),
        Endpoint("hosting", "components"),
        Endpoint("serving", "blue"),
        Endpoint("updating", "blue"),
        ("clock/advance", """{"seconds":60}"""),
        ("SageMaker.CreateInferenceComponent", """
            {"InferenceComponentName":"component","EndpointName":"hosting","VariantName":"AllTraffic","RuntimeConfig":{"CopyCount":2},
             "Specification":{"ModelName":"model","ComputeResourceRequirements":{"NumberOfCpuCoresRequired":1,"MinMemoryRequiredInMb":1024}}}
            """),
        ("clock/advance", """{"seconds":60}"""),
        (CloudWatch + "PutMetricAlarm", """
            {"AlarmName":"errors","Namespace":"App","MetricName":"Errors","Statistic":"Sum","Period":60,"EvaluationPeriods":1,
             "Threshold":5,"ComparisonOperator":"GreaterThanThreshold","TreatMissingData":"notBreaching"}
            """),
        (CloudWatch + "PutMetricData", """
            {"Namespace":"App","MetricData":[{"MetricName":"Errors","Value":1},{"MetricName":"Latency","Values":[1,2],"Unit":"Seconds",
             "Dimensions":[{"Name":"Host","Value":"a"}]},{"MetricName":"Errors","Value":2,"Timestamp":1893452460},
             {"MetricName":"Errors","Value":3,"Timestamp":1893452520,"Unit":"Count"}]}
            """),
        (CloudWatch + "PutCompositeAlarm", """
            {"AlarmName":"either","AlarmRule":"ALARM(errors) OR FALSE","Tags":[{"Key":"team","Value":"a"}],"ActionsSuppressor":"errors",
             "ActionsSuppressorWaitPeriod":60,"ActionsSuppressorExtensionPeriod":60}
            """),
        (CloudWatch + "PutMetricAlarm", """
            {"AlarmName":"rate","EvaluationPeriods":1,"Threshold":5,"ComparisonOperator":"GreaterThanThreshold",
             "AlarmActions":["arn:aws:sns:us-east-1:000000000000:topic"],"Metrics":[{"Id":"e1","Expression":"m1 * 100"},{"Id":"m1","ReturnData":false,
             "MetricStat":{"Metric":{"Namespace":"App","MetricName":"Errors"},"Period":60,"Stat":"p99"}}]}
            """),
        (CloudWatch + "SetAlarmState", """{"AlarmName":"rate","StateValue":"ALARM","StateReason":"example"}"""),
        ("SageMaker.UpdateEndpoint", """
            {"EndpointName":"updating","EndpointConfigName":"green","DeploymentConfig":{"RollingUpdatePolicy":{
             "MaximumBatchSize":{"Type":"INSTANCE_COUNT","Value":1},"WaitIntervalInSeconds":300},
             "AutoRollbackConfiguration":{"Alarms":[{"AlarmName":"errors"}]}}}
            """),
        ("clock/advance", """{"seconds":30}"""),
        (AutoScaling + "RegisterScalableTarget", $$"""{{{Scaled}},"MinCapacity":1,"MaxCapacity":6}"""),
        (AutoScaling + "PutScalingPolicy", "{" + Scaled + """
            ,"PolicyName":"track","PolicyType":"TargetTrackingScaling","TargetTrackingScalingPolicyConfiguration":{
             "TargetValue":70,"PredefinedMetricSpecification":{"PredefinedMetricType":"SageMakerVariantInvocationsPerInstance"}}}
            """),
        (AutoScaling + "PutScalingPolicy", "{" + Scaled + """
            ,"PolicyName":"steps","PolicyType":"StepScaling","StepScalingPolicyConfiguration":{
             "AdjustmentType":"ChangeInCapacity","StepAdjustments":[{"MetricIntervalLowerBound":0,"ScalingAdjustment":1}]}}
            """),
    ];

    /// <summary>The calls that show everything.</summary>
    public static IReadOnlyList<(string Target, string Body)> Views { get; } =
    [
        ("SageMaker.ListEndpoints", "{}"),
        ("SageMaker.DescribeEndpoint", """{"EndpointName":"serving"}"""),
        ("SageMaker.DescribeEndpoint", """{"EndpointName":"updating"}"""),
        ("SageMaker.DescribeEndpoint", """{"EndpointName":"new"}"""),
        ("SageMaker.DescribeEndpoint", """{"EndpointName":"hosting"}"""),
        ("SageMaker.ListInferenceComponents", "{}"),
        ("SageMaker.DescribeInferenceComponent", """{"InferenceComponentName":"component"}"""),
        ("SageMaker.DescribeInferenceComponent", """{"InferenceComponentName":"new"}"""),
        ("SageMaker.DescribeEndpointConfig", """{"EndpointConfigName":"new"}"""),
        ("SageMaker.DescribeModel", """{"ModelName":"new"}"""),
        (CloudWatch + "DescribeAlarms", """{"AlarmTypes":["MetricAlarm","CompositeAlarm"]}"""),
        (CloudWatch + "DescribeAlarmHistory", """{"AlarmTypes":["MetricAlarm","CompositeAlarm"]}"""),
        (CloudWatch + "DescribeAlarmsForMetric", """{"Namespace":"App","MetricName":"Errors"}"""),
        (CloudWatch + "ListMetrics", "{}"),
        (AutoScaling + "DescribeScalableTargets", """{"ServiceNamespace":"sagemaker"}"""),
        (AutoScaling + "DescribeScalingPolicies", """{"ServiceNamespace":"sagemaker"}"""),
        (AutoScaling + "DescribeScalingActivities", """{"ServiceNamespace":"sagemaker","IncludeNotScaledActivities":true}"""),
    ];

    /// <summary>Members by name, with values that the world knows and some that are free.</summary>
    public static IReadOnlyDictionary<string, string[]> Names { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["ModelName"] = ["model", "model", "new"],
        ["EndpointConfigName"] = ["blue", "green", "two", "most", "serverless", "new"],
        ["EndpointName"] = ["serving", "serving", "hosting", "updating", "new"],
        ["InferenceComponentName"] = ["component", "component", "new"],
        ["VariantName"] = ["AllTraffic", "AllTraffic", "one"],
        ["AlarmName"] = ["errors", "either", "new", "new"],
        ["AlarmNames"] = ["errors", "either", "rate", "new"],
        ["AlarmNamePrefix"] = ["e", "n"],
        ["ChildrenOfAlarmName"] = ["either", "errors"],
        ["ParentsOfAlarmName"] = ["either", "errors"],
        ["AlarmRule"] = ["ALARM(errors)", "ALARM(\"errors\") AND NOT OK(rate)", "AT_LEAST(50%, NOT OK, (errors, rate))", "TRUE"],
        ["ActionsSuppressor"] = ["errors", "rate"],
        ["AlarmActions"] = ["arn:aws:sns:us-east-1:ACCOUNT:topic"],
        ["OKActions"] = ["arn:aws:sns:us-east-1:ACCOUNT:topic"],
        ["InsufficientDataActions"] = ["arn:aws:lambda:us-east-1:ACCOUNT:function:f"],
        ["ResourceARN"] =
        [
            "arn:aws:cloudwatch:us-east-1:ACCOUNT:alarm:errors", "arn:aws:cloudwatch:us-east-1:ACCOUNT:alarm:either",
            "arn:aws:application-autoscaling:us-east-1:ACCOUNT:scalable-target/0ec5910a2dec89024cc1beeb8da1658eec67",
        ],
        ["Id"] = ["m1", "m2", "e1"],
        ["Expression"] = ["TIME_SERIES(5)", "SEARCH('{App} Errors', 'Sum', 60)", "m1 + 1", "FILL(METRICS(), 0)", "SUM(METRICS())"],
        ["Stat"] = ["Sum", "Average", "p99", "TM(10%:90%)"],
        ["ExtendedStatistic"] = ["p99", "tm90", "PR(1:2)", "IQM"],
        ["ExtendedStatistics"] = ["p99", "tm90", "PR(1:2)", "IQM"],
        ["ResourceArn"] = ["arn:aws:sagemaker:us-east-1:ACCOUNT:endpoint/serving", "arn:aws:sagemaker:us-east-1:ACCOUNT:model/model"],
        ["ExecutionRoleArn"] = ["arn:aws:iam::000000000000:role/example"],
        ["InstanceType"] = ["ml.m5.large", "ml.g5.xlarge"],
        ["ServiceNamespace"] = ["sagemaker", "sagemaker", "sagemaker", "sagemaker", "sagemaker", "ecs"],
        ["ResourceId"] = ["endpoint/serving/variant/AllTraffic", "endpoint/serving/variant/AllTraffic", "endpoint/updating/variant/AllTraffic", "inference-component/component"],
        ["ResourceIds"] = ["endpoint/serving/variant/AllTraffic", "inference-component/component"],
        ["ScalableDimension"] = ["sagemaker:variant:DesiredInstanceCount", "sagemaker:variant:DesiredInstanceCount", "sagemaker:variant:DesiredInstanceCount", "sagemaker:inference-component:DesiredCopyCount"],
        ["PolicyName"] = ["track", "steps", "new"],
        ["PolicyNames"] = ["track", "steps"],
        ["PolicyType"] = ["TargetTrackingScaling", "TargetTrackingScaling", "StepScaling"],
        ["PredefinedMetricType"] = ["SageMakerVariantInvocationsPerInstance", "SageMakerVariantConcurrentRequestsPerModelHighResolution"],
        ["Namespace"] = ["App", "Other"],
        ["MetricName"] = ["Errors", "Latency"],
        ["Key"] = ["team", "stage"],
        ["TagKeys"] = ["team", "stage"],
        ["TreatMissingData"] = ["missing", "breaching", "notBreaching", "ignore"],
        ["ComparisonOperator"] = ["GreaterThanThreshold", "LessThanThreshold"],
        ["StateReasonData"] = ["{}"],
    };

    private static (string Target, string Body) Config(string name, params string[] variants) => (
        "SageMaker.CreateEndpointConfig",
        $$"""{"EndpointConfigName":"{{name}}","ProductionVariants":[{{string.Join(',', variants)}}]}""");

    private static (string Target, string Body) Endpoint(string name, string config) =>
        ("SageMaker.CreateEndpoint", $$"""{"EndpointName":"{{name}}","EndpointConfigName":"{{config}}"}""");

    private static string Variant(string name, int count) =>
        $$"""{"VariantName":"{{name}}","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":{{count}}}""";
}
