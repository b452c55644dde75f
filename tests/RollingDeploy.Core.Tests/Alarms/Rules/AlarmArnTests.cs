using RollingDeploy.Core.Alarms.Rules;

namespace RollingDeploy.Core.Tests.Alarms.Rules;

/// <summary>An alarm's name and its ARN are the same reference, in the same account and region.</summary>
public sealed class AlarmArnTests
{
    private const string Account = "123456789012";

    [Fact]
    public void Parse_AnArnOfAnAlarm_HasItsParts() =>
        AlarmArn.Parse("arn:aws-cn:cloudwatch:cn-north-1:123456789012:alarm:a b:c:")
            .Should().Be(new AlarmArn("aws-cn", "cn-north-1", Account, "a b:c:"));

    [Theory]
    [InlineData("")]
    [InlineData("high-latency")]
    [InlineData("arn:aws:cloudwatch:us-east-1:123456789012:alarm")]
    [InlineData("arn:aws:cloudwatch:us-east-1:123456789012:alarm:")]
    [InlineData("arn:aws:cloudwatch::123456789012:alarm:a")]
    [InlineData("arn:aws:cloudwatch:us-east-1::alarm:a")]
    [InlineData("arn::cloudwatch:us-east-1:123456789012:alarm:a")]
    [InlineData("arn:aws:sns:us-east-1:123456789012:alarm:a")]
    [InlineData("arn:aws:cloudwatch:us-east-1:123456789012:insight-rule:a")]
    [InlineData("ARN:aws:cloudwatch:us-east-1:123456789012:alarm:a")]
    public void Parse_AnythingElse_IsNone(string text) => AlarmArn.Parse(text).Should().BeNull();

    [Theory]
    [InlineData("us-east-1", "a:b", "a:b")]
    [InlineData("us-east-1", "arn:aws:cloudwatch:us-east-1:123456789012:alarm:a:b", "a:b")]
    [InlineData("cn-north-1", "arn:aws-cn:cloudwatch:cn-north-1:123456789012:alarm:a", "a")]
    [InlineData("us-east-1", "arn:aws:cloudwatch:us-east-2:123456789012:alarm:a", null)]
    [InlineData("us-east-1", "arn:aws:cloudwatch:us-east-1:000000000000:alarm:a", null)]
    [InlineData("us-east-1", "arn:aws-cn:cloudwatch:us-east-1:123456789012:alarm:a", null)]
    public void NameIn_NameOrArn_IsTheAlarmHereOrNone(string region, string reference, string? name) =>
        AlarmArn.NameIn(region, Account, reference).Should().Be(name);
}
