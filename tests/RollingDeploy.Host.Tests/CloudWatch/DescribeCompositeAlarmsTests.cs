using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.CloudWatch;

/// <summary>DescribeAlarms and DeleteAlarms where there are composite alarms too.</summary>
public sealed class DescribeCompositeAlarmsTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Describe_OfTheLeastCompositeAlarm_HasEmptyListsAndLeavesTheRestOut()
    {
        await _account.Tells("PutCompositeAlarm", Bodies.Composite("FALSE"));

        var answer = await _account.Asks("DescribeAlarms", """{"AlarmTypes":["CompositeAlarm"]}""");

        var arn = $"arn:aws:cloudwatch:us-east-1:{_account.Id}:alarm:c";
        answer.Text.Should().Be(
            $$"""{"CompositeAlarms":[{"ActionsEnabled":true,"AlarmActions":[],"AlarmArn":"{{arn}}","AlarmConfigurationUpdatedTimestamp":1.893456E9,"AlarmName":"c","AlarmRule":"FALSE","InsufficientDataActions":[],"OKActions":[],"StateReason":"{{arn}} was created and its alarm rule evaluates to OK","StateReasonData":"{\"triggeringAlarms\":[]}","StateUpdatedTimestamp":1.893456E9,"StateValue":"OK","StateTransitionedTimestamp":1.893456E9}],"MetricAlarms":[],"LogAlarms":[]}""");
    }

    [Theory]
    [InlineData("{}", "a b", "")]
    [InlineData("""{"AlarmNames":["a","c"]}""", "a", "")]
    [InlineData("""{"AlarmNames":["a","c"],"AlarmTypes":["CompositeAlarm"]}""", "", "c")]
    [InlineData("""{"AlarmTypes":["CompositeAlarm","MetricAlarm"]}""", "a b", "B c")]
    [InlineData("""{"AlarmTypes":["CompositeAlarm"],"AlarmNamePrefix":"c"}""", "", "c")]
    [InlineData("""{"AlarmTypes":["CompositeAlarm","MetricAlarm"],"StateValue":"ALARM"}""", "b", "c")]
    [InlineData("""{"AlarmTypes":["CompositeAlarm","MetricAlarm"],"ActionPrefix":"arn:aws:sns"}""", "", "c")]
    [InlineData("""{"ChildrenOfAlarmName":"c"}""", "a b", "B")]
    [InlineData("""{"ChildrenOfAlarmName":"a"}""", "", "")]
    [InlineData("""{"ChildrenOfAlarmName":"nope"}""", "", "")]
    [InlineData("""{"ParentsOfAlarmName":"a"}""", "", "B c")]
    [InlineData("""{"ParentsOfAlarmName":"c"}""", "", "")]
    public async Task Describe_WithEachFilter_ShowsWhatFits(string body, string metric, string composite)
    {
        await Stage();

        var answer = await _account.Asks("DescribeAlarms", body);

        string.Join(' ', answer.Each("MetricAlarms", "AlarmName")).Should().Be(metric);
        string.Join(' ', answer.Each("CompositeAlarms", "AlarmName")).Should().Be(composite);
    }

    [Fact]
    public async Task Describe_OfAFamily_IsBrief()
    {
        await Stage();

        var answer = await _account.Asks("DescribeAlarms", """{"ChildrenOfAlarmName":"B"}""");
        var parents = await _account.Asks("DescribeAlarms", """{"ParentsOfAlarmName":"b"}""");

        answer.Text.Should().Be(
            $$"""{"CompositeAlarms":[],"MetricAlarms":[{"AlarmName":"a","AlarmArn":"arn:aws:cloudwatch:us-east-1:{{_account.Id}}:alarm:a","StateValue":"OK","StateUpdatedTimestamp":1.893456E9}],"LogAlarms":[]}""");
        parents.At("CompositeAlarms").Should().Be(
            $$"""[{"AlarmArn":"arn:aws:cloudwatch:us-east-1:{{_account.Id}}:alarm:c","AlarmName":"c","StateUpdatedTimestamp":1.893456E9,"StateValue":"ALARM"}]""");
    }

    [Theory]
    [InlineData("""{"AlarmTypes":["CompositeAlarm","MetricAlarm"],"MaxRecords":1}""", "a|b|B|c")]
    [InlineData("""{"AlarmTypes":["CompositeAlarm","MetricAlarm"],"MaxRecords":3}""", "a b B|c")]
    [InlineData("""{"ChildrenOfAlarmName":"c","MaxRecords":2}""", "a b|B")]
    public async Task Describe_ByPages_HasOneTokenOverBothTypes(string body, string expected)
    {
        await Stage();

        var pages = new List<string>();
        for (string? token = ""; token is not null;)
        {
            var answer = await _account.Asks("DescribeAlarms", token.Length == 0 ? body : body.With($$"""{"NextToken":"{{token}}"}"""));
            pages.Add(string.Join(' ', answer.Each("MetricAlarms", "AlarmName").Concat(answer.Each("CompositeAlarms", "AlarmName"))));
            token = answer.At("NextToken");
        }

        string.Join('|', pages).Should().Be(expected);
    }

    [Theory]
    [InlineData("""{"AlarmNames":["a"]}""", "Cannot delete a as there are composite alarm(s) depending on it.")]
    [InlineData("""{"AlarmNames":["b","a","nope"]}""", "Cannot delete b,a as there are composite alarm(s) depending on them.")]
    [InlineData("""{"AlarmNames":["B"]}""", "Cannot delete B as there are composite alarm(s) depending on it.")]
    [InlineData("""{"AlarmNames":["B","c"]}""", "At most one composite alarm can be deleted in one DeleteAlarms request.")]
    public async Task Delete_OfWhatIsNeeded_IsRefusedAndDeletesNothing(string body, string text)
    {
        await Stage();

        (await _account.Refused("DeleteAlarms", body)).Should().Be(new Refusal("ValidationError", text));
    }

    [Fact]
    public async Task Delete_OfAParent_FreesItsChildren()
    {
        await Stage();

        await _account.Tells("DeleteAlarms", """{"AlarmNames":["c","b"]}""");
        await _account.Tells("DeleteAlarms", """{"AlarmNames":["B"]}""");
        await _account.Tells("DeleteAlarms", """{"AlarmNames":["a"]}""");

        (await _account.Asks("DescribeAlarms", """{"AlarmTypes":["CompositeAlarm","MetricAlarm"]}""")).Text.Should().Be("""{"CompositeAlarms":[],"MetricAlarms":[],"LogAlarms":[]}""");
    }

    [Fact]
    public async Task Alarms_InACycle_CannotBeDeletedUntilItIsBroken()
    {
        await Stage();
        await _account.Tells("PutCompositeAlarm", Bodies.Composite("ALARM(c)", "B"));

        var before = await _account.Refused("DeleteAlarms", """{"AlarmNames":["c"]}""");
        await _account.Tells("PutCompositeAlarm", Bodies.Composite("FALSE", "B"));

        before.Text.Should().Be("Cannot delete c as there are composite alarm(s) depending on it.");
        await _account.Tells("DeleteAlarms", """{"AlarmNames":["c"]}""");
    }

    [Fact]
    public async Task StateReasonData_OfAHundredChildren_StaysWithinAwsLimit()
    {
        var names = Enumerable.Range(100, 100).Select(number => $"{new string('"', 20)}{number}").ToList();
        foreach (var name in names)
        {
            await _account.Tells("PutMetricAlarm", new System.Text.Json.Nodes.JsonObject
            { ["AlarmName"] = name }.ToJsonString().With(Bodies.MetricAlarm.With("""{"AlarmName":null}""")));
        }

        await _account.Tells("PutCompositeAlarm", Bodies.Composite(string.Join(" AND ", names.Select(name => $"INSUFFICIENT_DATA(\"{name.Replace("\"", "\\\"")}\")"))));

        var data = (await _account.Alarm("c")).At("StateReasonData")!;
        data.Length.Should().BeInRange(3500, 4000);
        System.Text.Json.Nodes.JsonNode.Parse(data)!["triggeringAlarms"]!.AsArray().Should().HaveCountGreaterThan(10);
    }

    // b is in ALARM; B is OK on a, and c is in ALARM on all of them.
    private async Task Stage()
    {
        await _account.HasAlarm("b");
        await _account.HasAlarm("a");
        await _account.SetsAlarm("ALARM", "b");
        await _account.Tells("PutCompositeAlarm", Bodies.Composite("ALARM(a)", "B"));
        await _account.Tells("PutCompositeAlarm", Bodies.Composite("ALARM(b) OR ALARM(a) OR ALARM(B)", change: $$"""{"OKActions":["{{Bodies.Topic}}"]}"""));
    }
}
