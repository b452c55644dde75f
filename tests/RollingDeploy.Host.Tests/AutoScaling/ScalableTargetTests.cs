using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.AutoScaling;

public sealed class ScalableTargetTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Describe_RegisteredTarget_ShowsAllOfIt()
    {
        await _account.HasTarget();

        var targets = await _account.Scales("DescribeScalableTargets", """{"ServiceNamespace":"sagemaker"}""");

        var arn = targets.At("ScalableTargets.0.ScalableTargetARN")!;
        arn.Should().MatchRegex($"^arn:aws:application-autoscaling:us-east-1:{_account.Id}:scalable-target/0ec5[0-9a-f]{{32}}$");
        targets.At("ScalableTargets.0").Should().Be(
            "{" + Scaled.Variant + $$"""
            ,"MinCapacity":2,"MaxCapacity":8,"RoleARN":"arn:aws:iam::{{_account.Id}}:role/aws-service-role/sagemaker.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_SageMakerEndpoint","CreationTime":1.89345606E9,"SuspendedState":{"DynamicScalingInSuspended":false,"DynamicScalingOutSuspended":false,"ScheduledScalingSuspended":false},"ScalableTargetARN":"{{arn}}"}
            """.Trim());
    }

    [Fact]
    public async Task Register_AboveTheCapacity_ScalesAndTellsOfIt()
    {
        await _account.HasTarget();

        await _account.Scales("RegisterScalableTarget", $$"""{{{Scaled.Variant}},"MinCapacity":6}""");
        await _account.AdvanceUntil("InService");

        (await _account.Describes()).At("ProductionVariants.0.CurrentInstanceCount").Should().Be("6");
        var activities = await _account.Activities();
        activities.At("ScalingActivities.0.Cause").Should().Be("minimum capacity was set to 6");
        activities.At("ScalingActivities.0.StatusCode").Should().Be("Successful");
    }

    [Fact]
    public async Task Describe_PageByPage_ShowsEachOnce()
    {
        await _account.HasModel();
        await _account.HasConfig("blue", 1);
        foreach (var name in (string[])["c", "a", "b"])
        {
            await _account.Does("CreateEndpoint", $$"""{"EndpointName":"{{name}}","EndpointConfigName":"blue"}""");
            await _account.Advances(10);
            await _account.Scales("RegisterScalableTarget", $$"""{{{Scaled.Variant.Replace("demo", name)}},"MinCapacity":1,"MaxCapacity":8}""");
        }

        var first = await _account.Scales("DescribeScalableTargets", """{"ServiceNamespace":"sagemaker","MaxResults":2}""");
        var last = await _account.Scales(
            "DescribeScalableTargets", $$"""{"ServiceNamespace":"sagemaker","NextToken":"{{first.At("NextToken")}}"}""");

        first.Each("ScalableTargets", "ResourceId").Should().Equal("endpoint/a/variant/AllTraffic", "endpoint/b/variant/AllTraffic");
        last.Each("ScalableTargets", "ResourceId").Should().Equal("endpoint/c/variant/AllTraffic");
        last.At("NextToken").Should().BeNull();
    }

    [Fact]
    public async Task Describe_AnotherService_ShowsNothing()
    {
        await _account.HasTarget();

        (await _account.Scales("DescribeScalableTargets", """{"ServiceNamespace":"ecs"}""")).Text.Should().Be("""{"ScalableTargets":[]}""");
    }

    [Fact]
    public async Task Tags_OfATarget_ComeAndGo()
    {
        await _account.HasEndpoint();
        var registered = await _account.Scales(
            "RegisterScalableTarget", $$"""{{{Scaled.Variant}},"MinCapacity":2,"MaxCapacity":8,"Tags":{"team":"a"} }""");
        var arn = registered.At("ScalableTargetARN");

        await _account.Scales("TagResource", $$$"""{"ResourceARN":"{{{arn}}}","Tags":{"team":"b","stage":"c"}}""");
        (await _account.Scales("ListTagsForResource", $$"""{"ResourceARN":"{{arn}}"}""")).Text.Should().Be("""{"Tags":{"team":"b","stage":"c"}}""");
        await _account.Scales("UntagResource", $$"""{"ResourceARN":"{{arn}}","TagKeys":["team"]}""");

        (await _account.Scales("ListTagsForResource", $$"""{"ResourceARN":"{{arn}}"}""")).Text.Should().Be("""{"Tags":{"stage":"c"}}""");
    }

    [Fact]
    public async Task PlainRoute_OfAnOperation_AnswersTheSame()
    {
        await _account.HasTarget();

        var plain = await _account.Plain("application-autoscaling/DescribeScalableTargets", """{"ServiceNamespace":"sagemaker"}""");

        plain.At("ScalableTargets.0.MaxCapacity").Should().Be("8");
    }
}
