using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Wire;

public sealed class AwsJsonTests(ShopApp app) : IClassFixture<ShopApp>
{
    [Fact]
    public async Task Call_OfAnOperation_AnswersItsOutput()
    {
        var answer = await app.Json("SageMaker.Echo", """{"OrderName":"a","Due":1529870369.986,"Unknown":{"x":[1]},"Paid":null}""");

        answer.Status.Should().Be(200);
        answer.ContentType.Should().Be("application/x-amz-json-1.1");
        answer.Text.Should().Be("""{"OrderName":"a","Due":1529870369.986}""");
        Guid.TryParse(answer.Header("x-amzn-RequestId"), out _).Should().BeTrue();
    }

    [Fact]
    public async Task Call_OfAJson10Service_AnswersJson10()
    {
        var answer = await app.Json("GraniteServiceVersion20100801.Echo", """{"OrderName":"a"}""");

        answer.ContentType.Should().Be("application/x-amz-json-1.0");
    }

    [Fact]
    public async Task Call_OfAnOperationWithoutOutput_AnswersAnEmptyBody()
    {
        var answer = await app.Json("SageMaker.Drop", """{"OrderName":"a"}""");

        answer.Status.Should().Be(200);
        answer.Bytes.Should().BeEmpty();
        answer.Header("Content-Length").Should().Be("0");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    [InlineData("{}")]
    [InlineData("\uFEFF{}")]
    public async Task Call_WithAnEmptyBody_CountsAsAnEmptyObject(string body)
    {
        var answer = await app.Json("SageMaker.Ping", body);

        answer.Status.Should().Be(200);
        answer.Text.Should().Be("{}");
    }

    [Fact]
    public async Task Call_WithADuplicateKey_TakesTheLast()
    {
        var answer = await app.Json("SageMaker.Echo", """{"OrderName":"a","OrderName":"b","Labels":{"K":"1","K":"2"}}""");

        answer.Text.Should().Be("""{"OrderName":"b","Labels":{"K":"2"}}""");
    }

    [Fact]
    public async Task Call_WithNaN_SpellsItAsAString()
    {
        var answer = await app.Json("SageMaker.Echo", """{"OrderName":"a","Price":"NaN","Weights":["-Infinity",1]}""");

        answer.Text.Should().Be("""{"OrderName":"a","Weights":["-Infinity",1],"Price":"NaN"}""");
    }

    [Theory]
    [InlineData("null", "The request body must be a JSON object, not null.")]
    [InlineData("[]", "The request body must be a JSON object.")]
    [InlineData("1", "The request body must be a JSON object.")]
    [InlineData("""{"OrderName":1}""", "The value of 'OrderName' must be a string.")]
    [InlineData("""{"Lines":{}}""", "The value of 'Lines' must be a list.")]
    [InlineData("""{"Lines":[{"Item":"a"},{"Count":"3"}]}""", "The value of 'Lines[1].Count' must be an integer.")]
    [InlineData("""{"Lines":[{"Count":3000000000}]}""", "The value of 'Lines[0].Count' must be an integer.")]
    [InlineData("""{"Lines":[7]}""", "The value of 'Lines[0]' must be a structure.")]
    [InlineData("""{"Labels":[]}""", "The value of 'Labels' must be a map.")]
    [InlineData("""{"Labels":{"a.b":2}}""", "The value of 'Labels['a.b']' must be a string.")]
    [InlineData("""{"Spares":{"a b":{"Count":true}}}""", "The value of 'Spares['a b'].Count' must be an integer.")]
    [InlineData("""{"Paid":"true"}""", "The value of 'Paid' must be a boolean.")]
    [InlineData("""{"Due":"tomorrow"}""", "The value of 'Due' must be a timestamp.")]
    [InlineData("""{"Due":1e20}""", "The request body contains a value that is out of range.")]
    public async Task Call_WithAWrongType_IsASerializationException(string body, string text)
    {
        var answer = await app.Json("SageMaker.Echo", body);

        answer.Status.Should().Be(400);
        answer.Json["__type"]!.GetValue<string>().Should().Be("SerializationException");
        answer.Json["message"]!.GetValue<string>().Should().Be(text);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{} x")]
    [InlineData("""{"OrderName":"a",}""")]
    [InlineData("<xml/>")]
    [InlineData("{\"OrderName\":\"\\ud800\"}")]
    public async Task Call_WithMalformedJson_SaysSoWithoutNamesOfDotNet(string body)
    {
        var answer = await app.Json("SageMaker.Echo", body);

        answer.Status.Should().Be(400);
        answer.Json["__type"]!.GetValue<string>().Should().Be("SerializationException");
        answer.Text.Should().NotContain("System.").And.NotContain("Rolling");
    }

    // The body is a level itself.
    [Theory]
    [InlineData(63, "", "malformed JSON at line 1, byte ")]
    [InlineData(64, "", "nested deeper than 64 levels at line 1, byte ")]
    [InlineData(5000, "", "nested deeper than 64 levels at line 1, byte ")]
    [InlineData(5000, "?", "malformed JSON at line 1, byte 2.")]
    public async Task Call_NestedTooDeepOrMalformed_SaysWhich(int depth, string before, string problem)
    {
        var answer = await app.Json("SageMaker.Echo", $$"""{{{before}}"X":{{new string('[', depth)}}""");

        answer.Json["__type"]!.GetValue<string>().Should().Be("SerializationException");
        answer.Json["message"]!.GetValue<string>().Should().StartWith($"The request body is {problem}");
    }

    [Fact]
    public async Task Call_WithInvalidUtf8_IsASerializationException()
    {
        byte[] body = [.. "{\"OrderName\":\""u8, 0xFF, 0xC3, .. "\"}"u8];

        var answer = await app.Send(HttpMethod.Post, "/", body, "application/x-amz-json-1.1", ("X-Amz-Target", "SageMaker.Echo"));

        answer.Status.Should().Be(400);
        answer.Json["__type"]!.GetValue<string>().Should().Be("SerializationException");
    }
}
