using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.CloudWatch;

/// <summary>Tags of alarms: at their creation, and by TagResource, UntagResource and ListTagsForResource.</summary>
public sealed class AlarmTagsTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    private string Arn => $"arn:aws:cloudwatch:us-east-1:{_account.Id}:alarm:a";

    [Fact]
    public async Task Tags_AddedOverwrittenAndTakenAway_AreListed()
    {
        await Has("""{"Tags":[{"Key":"b","Value":"1"},{"Key":"a","Value":""}]}""");

        var tagged = await _account.Tells("TagResource", $$"""{"ResourceARN":"{{Arn}}","Tags":[{"Key":"a","Value":"2"},{"Key":"c","Value":"3"}]}""");
        var untagged = await _account.Tells("UntagResource", $$"""{"ResourceARN":"{{Arn}}","TagKeys":["b","nope"]}""");

        (tagged.Text, untagged.Text).Should().Be(("{}", "{}"));
        (await List()).Should().Be("""{"Tags":[{"Key":"a","Value":"2"},{"Key":"c","Value":"3"}]}""");
    }

    [Fact]
    public async Task Put_OfAnAlarmAgain_IgnoresItsTags()
    {
        await Has("""{"Tags":[{"Key":"a","Value":"1"}]}""");

        await Has("""{"Tags":[{"Key":"b","Value":"2"}]}""");

        (await List()).Should().Be("""{"Tags":[{"Key":"a","Value":"1"}]}""");
    }

    [Fact]
    public async Task Tags_OfACompositeAlarm_AreTaggedLikeOthers()
    {
        await _account.Tells("PutCompositeAlarm", Bodies.Composite("TRUE", "a", """{"Tags":[{"Key":"a","Value":"1"}]}"""));

        await _account.Tells("TagResource", $$"""{"ResourceARN":"{{Arn}}","Tags":[{"Key":"b","Value":"2"}]}""");

        (await List()).Should().Be("""{"Tags":[{"Key":"a","Value":"1"},{"Key":"b","Value":"2"}]}""");
    }

    [Fact]
    public async Task Delete_OfAnAlarm_TakesItsTagsWithIt()
    {
        await Has("""{"Tags":[{"Key":"a","Value":"1"}]}""");

        await _account.Tells("DeleteAlarms", """{"AlarmNames":["a"]}""");
        var deleted = await List();
        await Has("{}");

        (deleted, await List()).Should().Be(("""{"Tags":[]}""", """{"Tags":[]}"""));
    }

    [Theory]
    [InlineData("TagResource", ""","Tags":[{"Key":"a","Value":"1"}]""")]
    [InlineData("UntagResource", ""","TagKeys":["a"]""")]
    public async Task TagAndUntag_OfAnUnknownAlarm_SayWhichInEachProtocol(string operation, string rest)
    {
        var body = $$"""{"ResourceARN":"{{Arn}}"{{rest}}}""";

        var refusal = await _account.Refused(operation, body, status: 404);
        var json = await _account.CloudWatch(operation, body);
        var query = await _account.Query(ThreeWays.Form(operation, body));

        refusal.Should().Be(new Refusal("ResourceNotFoundException", $"The alarm {Arn} does not exist."));
        json.Text.Should().Be(
            $$"""{"__type":"com.amazonaws.cloudwatch.v2010_08_01#ResourceNotFoundException","message":"{{refusal.Text}}","ResourceType":"Alarm","ResourceId":"{{Arn}}"}""");
        (query.Element("ResourceType"), query.Element("ResourceId")).Should().Be(("Alarm", Arn));
    }

    [Theory]
    [InlineData("arn:aws:cloudwatch:us-east-1:111122223333:alarm:a")]
    [InlineData("arn:aws:cloudwatch:eu-west-1:ACCOUNT:alarm:a")]
    [InlineData("arn:aws:cloudwatch:us-east-1:ACCOUNT:alarm:A")]
    public async Task Tag_OfAnAlarmElsewhere_IsNotFound(string arn)
    {
        await Has("{}");

        var refusal = await _account.Refused("TagResource", $$"""{"ResourceARN":"{{arn.Replace("ACCOUNT", _account.Id)}}","Tags":[]}""", status: 404);

        refusal.Code.Should().Be("ResourceNotFoundException");
    }

    [Theory]
    [InlineData("a")]
    [InlineData("arn:aws:cloudwatch:us-east-1:111122223333:insight-rule/r")]
    [InlineData("arn:aws:sagemaker:us-east-1:111122223333:endpoint/demo")]
    public async Task List_OfWhatIsNoAlarm_IsRefused(string arn)
    {
        var refusal = await _account.Refused("ListTagsForResource", $$"""{"ResourceARN":"{{arn}}"}""");

        refusal.Should().Be(new Refusal("InvalidParameterValue", $"The value {arn} for parameter ResourceARN is invalid: it must be the ARN of an alarm."));
    }

    [Fact]
    public async Task Tags_BeyondFifty_AreRefusedAtOnceAndOneByOne()
    {
        await Has($$"""{"Tags":[{{Tags(50)}}]}""");

        var atOnce = await _account.Refused("PutMetricAlarm", Bodies.MetricAlarm.With($$"""{"AlarmName":"b","Tags":[{{Tags(51)}}]}"""));
        var more = await _account.Refused("TagResource", $$"""{"ResourceARN":"{{Arn}}","Tags":[{"Key":"x","Value":""}]}""");

        (atOnce.Text, more.Text).Should().Be(("Too many tags: a resource can have at most 50.", "Too many tags: a resource can have at most 50."));
        await _account.Tells("TagResource", $$"""{"ResourceARN":"{{Arn}}","Tags":[{"Key":"1","Value":"again"}]}""");
    }

    [Theory]
    [InlineData("""{"Key":"aws:a","Value":"1"}""", "aws: prefixed tag key names are not allowed for external use.")]
    [InlineData("""{"Key":"","Value":"1"}""", "1 validation error detected: Value '' at 'tags.1.member.key' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("""{"Key":"a"}""", "1 validation error detected: Value null at 'tags.1.member.value' failed to satisfy constraint: Member must not be null")]
    public async Task Tag_AgainstARule_IsRefused(string tag, string text)
    {
        await Has("{}");

        var refusal = await _account.Refused("TagResource", $$"""{"ResourceARN":"{{Arn}}","Tags":[{{tag}}]}""");

        refusal.Should().Be(new Refusal("ValidationError", text));
    }

    private static string Tags(int count) => string.Join(',', Enumerable.Range(1, count).Select(number => $$"""{"Key":"{{number}}","Value":"v"}"""));

    private Task<Answer> Has(string change) => _account.Tells("PutMetricAlarm", Bodies.MetricAlarm.With(change));

    private async Task<string> List() => (await _account.Asks("ListTagsForResource", $$"""{"ResourceARN":"{{Arn}}"}""")).Text;
}
