using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.CloudWatch;

/// <summary>PutCompositeAlarm and its rules (cloudwatch.md §2, §5); the rule language has its tests in the core.</summary>
public sealed class PutCompositeAlarmTests(TestHost host)
{
    private const string First = "'(', 'NOT', AT_LEAST, TRUE or FALSE, ALARM, OK, or INSUFFICIENT_DATA";

    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Put_OfATrueRule_IsInAlarmAtOnce()
    {
        var answer = await _account.CloudWatch("PutCompositeAlarm", Bodies.Composite("TRUE"));

        (answer.Status, answer.Text).Should().Be((200, ""));
        var alarm = await _account.Alarm("c");
        (alarm.At("StateValue"), alarm.At("AlarmRule")).Should().Be(("ALARM", "TRUE"));
        alarm.At("StateReason").Should().Be($"arn:aws:cloudwatch:us-east-1:{_account.Id}:alarm:c was created and its alarm rule evaluates to ALARM");
    }

    [Theory]
    [InlineData("()", $"Unsupported token ')' at char 1, must be: {First}")]
    [InlineData("alarm(a)", $"Unsupported token 'alarm' at char 0, must be: {First}")]
    [InlineData("ALARM(a) AND", $"Unsupported token '<EOF>' at char 12, must be: {First}")]
    [InlineData("ALARM(a) ALARM(b)", "Unsupported token 'ALARM' at char 9, must be: 'AND' or 'OR'")]
    [InlineData("ALARM(Oldest Message)", "Unsupported token 'Message' at char 13, must be: ')'")]
    [InlineData("ALARM()", "Unsupported token ')' at char 6, must be: an alarm name or ARN")]
    [InlineData("(ALARM(a)", "Unsupported token '<EOF>' at char 9, must be: 'AND', 'OR' or ')'")]
    [InlineData("ALARM(\"a)", "Unsupported token '\"a)' at char 6, must be: '\"'")]
    [InlineData("AT_LEAST(3, ALARM, (a, b))", "Unsupported token '3' at char 9, must be: a number from 1 to the number of alarms, or a percentage from 1% to 100%")]
    public async Task Put_OfARuleThatDoesNotParse_NamesThePosition(string rule, string text)
    {
        var refusal = await _account.Refused("PutCompositeAlarm", Bodies.Composite(rule));

        refusal.Should().Be(new Refusal("ValidationError", $"Error in AlarmRule [{text}]"));
    }

    [Theory]
    [InlineData(" TRUE")]
    [InlineData("TRUE\n")]
    [InlineData("  ")]
    public async Task Put_OfARuleWithOuterWhiteSpace_IsRefused(string rule)
    {
        var refusal = await _account.Refused("PutCompositeAlarm", Bodies.Composite(rule));

        refusal.Should().Be(new Refusal("ValidationError", "AlarmRule must not contain leading or trailing whitespace or be null"));
    }

    [Theory]
    [InlineData(101, 1, "Error in AlarmRule [Number of alarms must be at most 100]")]
    [InlineData(1, 501, "Error in AlarmRule [Number of elements must be at most 500]")]
    public async Task Put_OfARuleBeyondALimit_IsRefused(int alarms, int each, string text)
    {
        var names = Enumerable.Range(0, alarms).SelectMany(number => Enumerable.Repeat($"OK({number})", each));

        var refusal = await _account.Refused("PutCompositeAlarm", Bodies.Composite(string.Join(" OR ", names)));

        refusal.Should().Be(new Refusal("ValidationError", text));
    }

    [Theory]
    [InlineData("ALARM(a) AND (ALARM(x) OR OK(\"y z\"))", "x, y z")]
    [InlineData("OK(A)", "A")]
    [InlineData("ALARM(arn:aws:cloudwatch:eu-west-1:111122223333:alarm:a) OR OK(x)", "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:a, x")]
    public async Task Put_OverAlarmsThatAreNotThere_NamesThem(string rule, string missing)
    {
        await _account.HasAlarm("a");

        var refusal = await _account.Refused("PutCompositeAlarm", Bodies.Composite(rule));

        refusal.Text.Should().Be($"Could not save the composite alarm as alarms [{missing}] in the alarm rule do not exist");
    }

    [Theory]
    [InlineData("c")]
    [InlineData("arn:aws:cloudwatch:us-east-1:ACCOUNT:alarm:c")]
    public async Task Put_OverItself_IsRefused(string reference)
    {
        var rule = $"ALARM({reference.Replace("ACCOUNT", _account.Id)})";

        var refusal = await _account.Refused("PutCompositeAlarm", Bodies.Composite(rule));

        refusal.Text.Should().Be("A composite alarm cannot have a child relation with itself via its AlarmRule");
    }

    [Fact]
    public async Task Put_UnderANameOfAnotherType_IsRefusedInBothDirections()
    {
        await _account.HasAlarm("a");
        await _account.Tells("PutCompositeAlarm", Bodies.Composite("ALARM(a)"));

        var composite = await _account.Refused("PutCompositeAlarm", Bodies.Composite("TRUE", "a"));
        var metric = await _account.Refused("PutMetricAlarm", Bodies.MetricAlarm.With("""{"AlarmName":"c"}"""));

        composite.Text.Should().Be("AlarmName [a] is already used by another alarm of a different type");
        metric.Text.Should().Be("AlarmName [c] is already used by another alarm of a different type");
    }

    [Theory]
    [InlineData("""{"ActionsSuppressor":"a","ActionsSuppressorExtensionPeriod":60}""", "ActionsSuppressorWaitPeriod must not be null")]
    [InlineData("""{"ActionsSuppressor":"a","ActionsSuppressorWaitPeriod":60}""", "ActionsSuppressorExtensionPeriod must not be null")]
    [InlineData("""{"ActionsSuppressorWaitPeriod":60,"ActionsSuppressorExtensionPeriod":60}""", "ActionsSuppressorWaitPeriod requires an ActionSuppressor")]
    [InlineData("""{"ActionsSuppressorExtensionPeriod":60}""", "ActionsSuppressorExtensionPeriod requires an ActionSuppressor")]
    [InlineData("""{"ActionsSuppressor":"a","ActionsSuppressorWaitPeriod":-1,"ActionsSuppressorExtensionPeriod":60}""", "ActionsSuppressorWaitPeriod must be greater than or equal to 0")]
    [InlineData("""{"ActionsSuppressor":"arn:aws:sns:us-east-1:111122223333:topic","ActionsSuppressorWaitPeriod":1,"ActionsSuppressorExtensionPeriod":1}""", "ActionsSuppressor must be a valid CloudWatch Alarm ARN or an Alarm name")]
    [InlineData("""{"ActionsSuppressor":"arn:aws:cloudwatch:eu-west-1:111122223333:alarm:a","ActionsSuppressorWaitPeriod":1,"ActionsSuppressorExtensionPeriod":1}""", "ActionsSuppressor must be a valid CloudWatch Alarm ARN or an Alarm name")]
    [InlineData("""{"ActionsSuppressor":"x","ActionsSuppressorWaitPeriod":1,"ActionsSuppressorExtensionPeriod":1}""", "Could not save the composite alarm as the ActionsSuppressor alarm [x] does not exist")]
    [InlineData("""{"AlarmActions":["arn:aws:autoscaling:us-east-1:111122223333:scalingPolicy:1:autoScalingGroupName/g:policyName/p"]}""", "Unsupported AWS vendor autoscaling")]
    [InlineData("""{"OKActions":["arn:aws:automate:us-east-1:ec2:stop"]}""", "Unsupported AWS vendor automate")]
    [InlineData("""{"InsufficientDataActions":["arn:aws:sns:eu-west-1:111122223333:topic"]}""", "Invalid region eu-west-1 specified. Only us-east-1 is supported.")]
    [InlineData("""{"AlarmActions":["topic"]}""", "Invalid arn syntax: topic")]
    [InlineData("""{"AlarmName":"a\tb"}""", "AlarmName must not contain ASCII Control characters")]
    [InlineData("""{"AlarmRule":""}""", "1 validation error detected: Value '' at 'alarmRule' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("""{"AlarmRule":null}""", "1 validation error detected: Value null at 'alarmRule' failed to satisfy constraint: Member must not be null")]
    public async Task Put_AgainstARule_IsRefusedInCloudWatchsWords(string change, string text)
    {
        await _account.HasAlarm("a");

        var refusal = await _account.Refused("PutCompositeAlarm", Bodies.Composite("TRUE", change: change));

        refusal.Should().Be(new Refusal("ValidationError", text));
    }

    [Theory]
    [InlineData("arn:aws:sns:us-east-1:111122223333:topic")]
    [InlineData("arn:aws:lambda:us-east-1:111122223333:function:f")]
    [InlineData("arn:aws:ssm:us-east-1:111122223333:opsitem:1")]
    [InlineData("arn:aws:ssm-incidents::111122223333:response-plan/plan")]
    public async Task Put_WithAnActionOfACompositeAlarm_IsTakenAndCarriedOut(string action)
    {
        await _account.Tells("PutCompositeAlarm", Bodies.Composite("TRUE", change: $$"""{"AlarmActions":["{{action}}"]}"""));

        var history = await _account.Asks("DescribeAlarmHistory", """{"AlarmTypes":["CompositeAlarm"],"HistoryItemType":"Action"}""");

        history.Each("AlarmHistoryItems", "HistorySummary").Should().Equal($"Successfully executed action {action}");
    }

    [Fact]
    public async Task Put_OverAnAlarmInAHundredAndFiftyOthers_IsRefused()
    {
        await _account.HasAlarm("a");
        for (var number = 1; number <= 150; number++)
        {
            await _account.Tells("PutCompositeAlarm", Bodies.Composite("ALARM(a)", $"{number}"));
        }

        var refusal = await _account.Refused("PutCompositeAlarm", Bodies.Composite("ALARM(a)", "151"));

        refusal.Should().Be(new Refusal("LimitExceeded", "The alarm a is used by 150 composite alarms already, and cannot be used by more."));
        await _account.Tells("PutCompositeAlarm", Bodies.Composite("OK(a)", "150"));
    }

    [Fact]
    public async Task Put_WithASuppressorInAlarm_KeepsItsActionsBackAndSaysSo()
    {
        await _account.HasAlarm("s");
        await _account.SetsAlarm("ALARM", "s");
        var suppressor = $"arn:aws:cloudwatch:us-east-1:{_account.Id}:alarm:s";

        await _account.Tells("PutCompositeAlarm", Bodies.Composite(
            "TRUE", change: $$"""{"AlarmActions":["{{Bodies.Topic}}"],"ActionsSuppressor":"{{suppressor}}","ActionsSuppressorWaitPeriod":10,"ActionsSuppressorExtensionPeriod":20}"""));

        var alarm = await _account.Alarm("c");
        (alarm.At("ActionsSuppressor"), alarm.At("ActionsSuppressorWaitPeriod"), alarm.At("ActionsSuppressorExtensionPeriod")).Should().Be((suppressor, "10", "20"));
        (alarm.At("ActionsSuppressedBy"), alarm.At("ActionsSuppressedReason")).Should().Be(("Alarm", "The suppressor alarm s is in ALARM."));
    }

    [Fact]
    public async Task Delete_OfTheSuppressor_LetsTheActionsGoAfterTheExtension()
    {
        await _account.HasAlarm("s");
        await _account.SetsAlarm("ALARM", "s");
        await _account.Tells("PutCompositeAlarm", Bodies.Composite(
            "TRUE", change: $$"""{"AlarmActions":["{{Bodies.Topic}}"],"ActionsSuppressor":"s","ActionsSuppressorWaitPeriod":10,"ActionsSuppressorExtensionPeriod":20}"""));

        await _account.Tells("DeleteAlarms", """{"AlarmNames":["s"]}""");
        var extended = await _account.Alarm("c");
        await _account.Advances(20);

        extended.At("ActionsSuppressedBy").Should().Be("ExtensionPeriod");
        (await _account.Alarm("c")).At("ActionsSuppressedBy").Should().BeNull();
        (await _account.Asks("DescribeAlarmHistory", """{"AlarmTypes":["CompositeAlarm"],"HistoryItemType":"Action"}"""))
            .Each("AlarmHistoryItems", "Timestamp").Should().Equal("1.89345602E9");
    }
}
