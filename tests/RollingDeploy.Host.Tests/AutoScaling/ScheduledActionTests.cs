using RollingDeploy.Host.Tests.SageMaker;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.AutoScaling;

/// <summary>Scheduled actions as clients see them.</summary>
public sealed class ScheduledActionTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Describe_ActionWithAllMembers_ShowsAllOfThem()
    {
        await _account.HasTarget();

        var put = await Put("evening", """
            {"Schedule":"cron(0 18 ? * MON-FRI *)","Timezone":"America/New_York","StartTime":1893542400,"EndTime":1924992000.5,"ScalableTargetAction":{"MinCapacity":1,"MaxCapacity":2}}
            """);

        put.Text.Should().Be("{}");
        var shown = await _account.Scales("DescribeScheduledActions", """{"ServiceNamespace":"sagemaker"}""");
        shown.At("ScheduledActions.0.ScheduledActionARN").Should().MatchRegex(
            $"^arn:aws:autoscaling:us-east-1:{_account.Id}:scheduledAction:[0-9a-f-]{{36}}:resource/sagemaker/endpoint/demo/variant/AllTraffic:scheduledActionName/evening$");
        foreach (var (member, value) in new[]
        {
            ("ScheduledActionName", "evening"), ("ServiceNamespace", "sagemaker"), ("Schedule", "cron(0 18 ? * MON-FRI *)"),
            ("Timezone", "America/New_York"), ("ResourceId", "endpoint/demo/variant/AllTraffic"),
            ("ScalableDimension", "sagemaker:variant:DesiredInstanceCount"),
            ("ScalableTargetAction", """{"MinCapacity":1,"MaxCapacity":2}"""),
        })
        {
            shown.At($"ScheduledActions.0.{member}").Should().Be(value, member);
        }

        double.Parse(shown.At("ScheduledActions.0.StartTime")!, System.Globalization.CultureInfo.InvariantCulture).Should().Be(1893542400);
        double.Parse(shown.At("ScheduledActions.0.EndTime")!, System.Globalization.CultureInfo.InvariantCulture).Should().Be(1924992000.5);
        double.Parse(shown.At("ScheduledActions.0.CreationTime")!, System.Globalization.CultureInfo.InvariantCulture).Should().Be(1893456060);
    }

    [Fact]
    public async Task Describe_ActionWithTheLeast_ShowsNoOtherMembers()
    {
        await _account.HasTarget();

        await Put("a", """{"Schedule":"rate(5 minutes)","ScalableTargetAction":{"MaxCapacity":1}}""");

        var shown = await _account.Scales("DescribeScheduledActions", """{"ServiceNamespace":"sagemaker"}""");
        shown.At("ScheduledActions.0.ScalableTargetAction").Should().Be("""{"MaxCapacity":1}""");
        foreach (var member in (string[])["Timezone", "StartTime", "EndTime"])
        {
            shown.At($"ScheduledActions.0.{member}").Should().BeNull(member);
        }
    }

    [Fact]
    public async Task Describe_ByFiltersAndPages_ShowsEachOnce()
    {
        await _account.HasTarget();
        foreach (var name in (string[])["c", "a", "b"])
        {
            await Put(name, """{"Schedule":"rate(5 minutes)","ScalableTargetAction":{"MaxCapacity":8}}""");
        }

        var first = await _account.Scales("DescribeScheduledActions", """{"ServiceNamespace":"sagemaker","MaxResults":2}""");
        var last = await _account.Scales(
            "DescribeScheduledActions", $$"""{"ServiceNamespace":"sagemaker","NextToken":"{{first.At("NextToken")}}"}""");

        Names(first).Should().Equal("a", "b");
        Names(last).Should().Equal("c");
        last.At("NextToken").Should().BeNull();
        Names(await _account.Scales("DescribeScheduledActions", """{"ServiceNamespace":"sagemaker","ScheduledActionNames":["c","none","a"]}"""))
            .Should().Equal("a", "c");
        Names(await _account.Scales("DescribeScheduledActions", $"{{{Scaled.Variant}}}")).Should().Equal("a", "b", "c");
        (await _account.Scales("DescribeScheduledActions", $"{{{Scaled.Variant.Replace("demo", "other")}}}")).Text
            .Should().Be("""{"ScheduledActions":[]}""");
        (await _account.Scales("DescribeScheduledActions", """{"ServiceNamespace":"ecs"}""")).Text.Should().Be("""{"ScheduledActions":[]}""");
    }

    [Fact]
    public async Task Action_AtItsTime_ScalesTheEndpointAndTellsOfIt()
    {
        await _account.HasTarget();
        await Put("evening", """{"Schedule":"at(2030-01-01T06:30:00)","Timezone":"Asia/Kolkata","ScalableTargetAction":{"MinCapacity":6}}""");

        await _account.Advances(3539); // 06:30 in India is 01:00 UTC, and the clock shows 00:01
        var before = await _account.Activities();
        await _account.Advances(1);
        var during = await _account.Activities();
        await _account.AdvanceUntil("InService");

        before.Text.Should().Be("""{"ScalingActivities":[]}""");
        during.Each("ScalingActivities", "Description").Should().Equal("Setting desired instance count to 6.", "Setting min capacity to 6");
        during.Each("ScalingActivities", "StatusCode").Should().Equal("InProgress", "Successful");
        during.At("ScalingActivities.1.Cause").Should().Be("scheduled action name evening was triggered");
        during.At("ScalingActivities.1.StatusMessage").Should().Be("Successfully set min capacity to 6");
        (await _account.Moment()).Should().Be("InService blue 6/6");
        (await _account.Scales("DescribeScalableTargets", """{"ServiceNamespace":"sagemaker"}""")).At("ScalableTargets.0.MinCapacity").Should().Be("6");
    }

    [Fact]
    public async Task Delete_Action_RemovesIt()
    {
        await _account.HasTarget();
        await Put("a", """{"Schedule":"rate(5 minutes)","ScalableTargetAction":{"MaxCapacity":1}}""");

        var deleted = await _account.Scales("DeleteScheduledAction", $$"""{{{Scaled.Variant}},"ScheduledActionName":"a"}""");

        deleted.Text.Should().Be("{}");
        (await _account.Scales("DescribeScheduledActions", """{"ServiceNamespace":"sagemaker"}""")).Text.Should().Be("""{"ScheduledActions":[]}""");
    }

    private Task<Answer> Put(string name, string members) =>
        _account.Scales("PutScheduledAction", $$"""{{{Scaled.Variant}},"ScheduledActionName":"{{name}}",{{members.Trim()[1..]}}""");

    private static IEnumerable<string?> Names(Answer answer) => answer.Each("ScheduledActions", "ScheduledActionName");
}
