using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Wire;

/// <summary>One text that is longer than any that AWS takes, in every protocol: refused for its size.</summary>
public sealed class LongTextTests(TestHost host)
{
    private const string Text = "The request body has a name or text of more than 1048576 bytes.";

    private static readonly string Long = new('a', (1024 * 1024) + 1);

    private readonly Account _account = host.NewAccount();

    [Theory]
    [InlineData("""{"ModelName":"{0}"}""")]
    [InlineData("""{"{0}":1}""")]
    [InlineData("""{"Other":"{0}"}""")]
    [InlineData("""{"ModelName":"\"{0}\""}""")]
    public async Task Json_WithALongText_IsTooLarge(string body)
    {
        var answer = await _account.SageMaker("CreateModel", body.Replace("{0}", Long, StringComparison.Ordinal));

        (answer.Status, answer.At("message")).Should().Be((413, Text));
    }

    [Fact]
    public async Task Json_WithTextsThatAreLongTogether_IsRead()
    {
        var half = Long[..700_000];

        (await _account.SageMaker("CreateModel", $$"""{"a":"{{half}}","b":"{{half}}"}""")).At("message").Should().Contain("modelName");
    }

    [Theory]
    [InlineData("{0}=a")]
    [InlineData("AlarmNames.member.1={0}")]
    public async Task Form_WithALongText_IsTooLarge(string form)
    {
        var answer = await _account.Query("Action=DescribeAlarms&" + form.Replace("{0}", Long, StringComparison.Ordinal));

        (answer.Status, answer.Element("Message")).Should().Be((413, Text));
    }

    [Theory]
    [InlineData("AlarmNamePrefix", false)]
    [InlineData("AlarmNamePrefix", true)]
    public async Task Cbor_WithALongText_IsTooLarge(string member, bool indefinite)
    {
        var body = CborJson.Encode(new System.Text.Json.Nodes.JsonObject { [member] = Long }, null, indefinite);

        var answer = await _account.Cbor("DescribeAlarms", body);

        answer.Status.Should().Be(413);
        CborJson.Decode(answer.Bytes).At("message").Should().Be(Text);
    }
}
