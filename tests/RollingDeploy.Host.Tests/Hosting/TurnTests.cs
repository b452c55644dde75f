using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Hosting;

/// <summary>A call has one turn: it takes the lock of its world once, whatever it looks at, changes and copies out.</summary>
public sealed class TurnTests(TestHost host)
{
    private const string Variant =
        "\"ServiceNamespace\":\"sagemaker\",\"ResourceId\":\"endpoint/demo/variant/AllTraffic\",\"ScalableDimension\":\"sagemaker:variant:DesiredInstanceCount\"";

    private static readonly (string Service, string Operation, string Body)[] Calls =
    [
        ("sagemaker", "CreateModel", """{"ModelName":"m2","PrimaryContainer":{"Image":"registry/image:1"}}"""),
        ("sagemaker", "DescribeModel", """{"ModelName":"m2"}"""),
        ("sagemaker", "ListModels", "{}"),
        ("sagemaker", "DeleteModel", """{"ModelName":"m2"}"""),
        ("sagemaker", "CreateEndpoint", """{"EndpointName":"second","EndpointConfigName":"blue"}"""),
        ("sagemaker", "UpdateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"green"}"""),
        ("sagemaker", "DescribeEndpoint", """{"EndpointName":"demo"}"""),
        ("sagemaker", "ListEndpoints", "{}"),
        ("sagemaker", "AddTags", """{"ResourceArn":"ARN","Tags":[{"Key":"a","Value":"b"}]}"""),
        ("sagemaker", "ListTags", """{"ResourceArn":"ARN"}"""),
        ("sagemaker", "DeleteTags", """{"ResourceArn":"ARN","TagKeys":["a"]}"""),
        ("cloudwatch", "PutMetricAlarm", """
            {"AlarmName":"a","Namespace":"MyApp","MetricName":"Errors","Statistic":"Sum","Period":60,"EvaluationPeriods":1,"Threshold":5,"ComparisonOperator":"GreaterThanThreshold"}
            """),
        ("cloudwatch", "SetAlarmState", """{"AlarmName":"a","StateValue":"OK","StateReason":"test"}"""),
        ("cloudwatch", "DescribeAlarms", "{}"),
        ("cloudwatch", "DescribeAlarmHistory", "{}"),
        ("cloudwatch", "PutMetricData", """{"Namespace":"MyApp","MetricData":[{"MetricName":"Errors","Value":1}]}"""),
        ("cloudwatch", "ListMetrics", "{}"),
        ("cloudwatch", "DeleteAlarms", """{"AlarmNames":["a"]}"""),
        ("application-autoscaling", "RegisterScalableTarget", $$$"""{{{{Variant}}},"MinCapacity":1,"MaxCapacity":9}"""),
        ("application-autoscaling", "PutScalingPolicy", $$$$"""
            {{{{{Variant}}}},"PolicyName":"p","PolicyType":"TargetTrackingScaling","TargetTrackingScalingPolicyConfiguration":{"TargetValue":70,
             "PredefinedMetricSpecification":{"PredefinedMetricType":"SageMakerVariantInvocationsPerInstance"}}}
            """),
        ("application-autoscaling", "DescribeScalingPolicies", """{"ServiceNamespace":"sagemaker"}"""),
        ("application-autoscaling", "DescribeScalingActivities", """{"ServiceNamespace":"sagemaker"}"""),
    ];

    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Call_OfAnyKind_TakesTheLockOnce()
    {
        await _account.HasEndpoint();
        var arn = (await _account.Describes()).At("EndpointArn");
        var turns = new List<(string Operation, long Turns)>();
        foreach (var (service, operation, body) in Calls)
        {
            turns.Add((operation, await Turns(() => _account.Plain($"{service}/{operation}", body.Replace("ARN", arn, StringComparison.Ordinal)))));
        }

        turns.Should().OnlyContain(each => each.Turns == 1);
    }

    [Fact]
    public async Task Invocation_OfAnEndpoint_TakesTheLockOnce()
    {
        await _account.HasEndpoint();

        (await Turns(() => _account.Invokes())).Should().Be(1);
        (await Turns(() => _account.Runtime("demo/invocations-response-stream", "1,2,3"))).Should().Be(1);
    }

    [Fact]
    public async Task Call_ThatIsRefused_TakesTheLockOnce()
    {
        await _account.HasEndpoint();
        var before = _account.World.Turns;

        var answer = await _account.SageMaker("UpdateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"none"}""");

        answer.Status.Should().Be(400);
        (_account.World.Turns - before).Should().Be(1);
    }

    [Fact]
    public async Task Call_ThatAFaultMayStrike_TakesItOnceMore()
    {
        await _account.HasEndpoint();
        await _account.Ours("POST faults", """{"kind":"throttling","operation":"ListModels"}""");

        (await Turns(() => _account.Describes())).Should().Be(2);
    }

    private async Task<long> Turns(Func<Task<Answer>> call)
    {
        var before = _account.World.Turns;
        var answer = await call();
        answer.Status.Should().Be(200, answer.Text);
        return _account.World.Turns - before;
    }
}
