using System.Text;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Wire;

/// <summary>
/// Names and values as long as they may be: the refusal comes soon, and shows no more of them than a person reads.
/// </summary>
public sealed class ForeignTextTests(TestHost host)
{
    private const int Length = 1_000_000;
    private const int LongestAnswer = 30_000;

    // What looked at such texts more than once took minutes to days.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly string[] Fillings = ["a", "['", "']", "].", "['a.", "é", "😀"];

    private readonly Account _account = host.NewAccount();

    public static TheoryData<string> Texts => [.. Fillings];

    // A line break was where an expression gave up and began anew at every bracket.
    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Json_WithAHugeKey_IsRefusedAndSaysWhatBelongsThere(string filling)
    {
        var answer = await Soon(_account.SageMaker(
            "CreateModel", $$$$"""{"ModelName":"m","PrimaryContainer":{"Environment":{"{{{{Huge(filling)}}}}\n":1}}}"""));

        answer.Status.Should().Be(400);
        answer.At("message").Should().StartWith("The value of 'PrimaryContainer.Environment").And.EndWith("must be a string.");
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Json_WithAHugeName_IsRefused(string filling) =>
        Require(await Soon(_account.SageMaker("CreateModel", $$"""{"ModelName":"{{Huge(filling)}}"}""")), 400);

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Json_WithHugeItems_IsRefused(string filling) =>
        Require(await Soon(_account.SageMaker("ListTags", $$"""{"ResourceArn":["{{Huge(filling)}}"]}""")), 400);

    [Theory]
    [InlineData("Action={0}")]
    [InlineData("Action=PutMetricAlarm&Period={0}")]
    [InlineData("Action=PutMetricAlarm&Dimensions={0}")]
    [InlineData("Action=DescribeAlarms&AlarmNames.member.{0}=a")]
    [InlineData("Action=DescribeAlarms&AlarmNames.member.1.{0}=a&AlarmNames.member.{0}=b")]
    [InlineData("Action=DescribeAlarms&AlarmNames.member.1={0}")]
    [InlineData("Action=DescribeAlarms&StateValue={0}")]
    public async Task Form_WithAHugeText_IsRefused(string form)
    {
        foreach (var filling in Fillings)
        {
            Require(await Soon(_account.Query(form.Replace("{0}", Uri.EscapeDataString(Huge(filling)), StringComparison.Ordinal))),
                400, 413);
        }
    }

    [Theory]
    [InlineData("AlarmNames")]
    [InlineData("StateValue")]
    [InlineData("NextToken")]
    public async Task Cbor_WithAHugeText_IsRefused(string member)
    {
        foreach (var filling in Fillings)
        {
            var body = CborJson.Encode(new System.Text.Json.Nodes.JsonObject { [member] = Huge(filling) }, null);

            Require(await Soon(_account.Cbor("DescribeAlarms", body)), 400);
        }
    }

    [Theory]
    [InlineData("PUT clock", """{"{0}":1}""")]
    [InlineData("PUT clock", """{"mode":"{0}"}""")]
    [InlineData("POST faults", """{"kind":"pingFailure","endpoint":"{0}"}""")]
    [InlineData("POST faults", """{"kind":"pingFailure","instanceType":"{0}"}""")]
    [InlineData("PUT models/m/behavior", """{"forwardTo":"{0}"}""")]
    [InlineData("PUT models/m/behavior", """{"response":{"{0}":1}}""")]
    [InlineData("PUT models/m/behavior", """{"response":{"contentType":"{0}"}}""")]
    public async Task OurRoute_WithAHugeText_IsRefused(string route, string body)
    {
        foreach (var filling in Fillings)
        {
            Require(await Soon(_account.Ours(route, body.Replace("{0}", Huge(filling), StringComparison.Ordinal))), 400, 413);
        }
    }

    private static string Huge(string filling) =>
        new StringBuilder().Insert(0, filling, Length / Encoding.UTF8.GetByteCount(filling)).ToString();

    private static Task<Answer> Soon(Task<Answer> answer) => answer.WaitAsync(Patience);

    private static void Require(Answer answer, params int[] statuses)
    {
        answer.Status.Should().BeOneOf(statuses);
        answer.Text.Length.Should().BeLessThan(LongestAnswer, answer.Text[..Math.Min(answer.Text.Length, LongestAnswer)]);
    }
}
