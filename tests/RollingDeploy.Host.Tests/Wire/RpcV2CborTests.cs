using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;
using static RollingDeploy.Host.Tests.Wire.Fakes.Cbor;

namespace RollingDeploy.Host.Tests.Wire;

/// <summary>How rpc-v2-cbor is recognised, and its answers.</summary>
public sealed class RpcV2CborTests(ShopApp app) : IClassFixture<ShopApp>
{
    [Fact]
    public async Task Call_OfAnOperation_AnswersItsOutput()
    {
        var answer = await app.InCbor("Echo", $"a1 {Text("OrderName")} {Text("a")}");

        answer.Status.Should().Be(200);
        answer.ContentType.Should().Be("application/cbor");
        answer.Header("Smithy-Protocol").Should().Be("rpc-v2-cbor");
        Guid.TryParse(answer.Header("x-amzn-RequestId"), out _).Should().BeTrue();
        answer.Hex().Should().Be("bf694f726465724e616d656161ff");
    }

    [Theory]
    [InlineData("Due", "c1 1a 70dbd880", "c1fb41dc36f620000000")]
    [InlineData("Price", "02", "fb4000000000000000")]
    [InlineData("Price", "f97c00", "fb7ff0000000000000")]
    [InlineData("Serial", "1863", "1863")]
    [InlineData("Paid", "f5", "f5")]
    [InlineData("Weights", "81 f93c00", "9ffb3ff0000000000000ff")]
    [InlineData("Weights", "80", "9fff")]
    [InlineData("Labels", "a1 614b 6176", "bf614b6176ff")]
    public async Task Answer_HoldsMembersAsAwsWritesThem(string member, string sent, string expected)
    {
        var answer = await app.InCbor("Echo", $"a2 {Text("OrderName")} {Text("a")} {Text(member)} {sent}");

        answer.Hex().Should().Be($"bf694f726465724e616d656161{Text(member)}{expected}ff");
    }

    [Fact]
    public async Task Call_OfAnOperationWithoutOutput_AnswersAnEmptyBodyWithoutAType()
    {
        var answer = await app.InCbor("Drop", $"a1 {Text("OrderName")} {Text("a")}");

        (answer.Status, answer.ContentType, answer.Hex()).Should().Be((200, null, ""));
        answer.Header("Smithy-Protocol").Should().Be("rpc-v2-cbor");
    }

    [Fact]
    public async Task Call_WithoutBodyOrType_IsTaken()
    {
        var answer = await app.Send(HttpMethod.Post, $"{Service}Ping", (byte[]?)null, null, Header);

        (answer.Status, answer.Hex()).Should().Be((200, "bfff"));
    }

    [Theory]
    [InlineData("/service/GraniteServiceVersion20100801/operation/Ping", true)]
    [InlineData("/service/GraniteServiceVersion20100801/operation/Ping", false)]
    [InlineData("/v1/prefix/service/GraniteServiceVersion20100801/operation/Ping", true)]
    [InlineData("/service/com.amazonaws.cloudwatch.v2010_08_01.GraniteServiceVersion20100801/operation/Ping", true)]
    public async Task Path_OfEachForm_FindsTheOperation(string path, bool withHeader)
    {
        var answer = await app.Send(HttpMethod.Post, path, [0xA0], "application/cbor", withHeader ? [Header] : []);

        (answer.Status, answer.Hex()).Should().Be((200, "bfff"));
    }

    [Fact]
    public async Task Account_OfASignedCall_IsThatOfItsKey()
    {
        var answer = await app.InCbor(
            "WhoAmI", "a0", ("Authorization", "AWS4-HMAC-SHA256 Credential=111122223333/20300101/eu-west-1/monitoring/aws4_request, SignedHeaders=host, Signature=0"));

        answer.Json().Should().Be("""{"Account":"111122223333","Region":"eu-west-1"}""");
    }

    [Theory]
    [InlineData("POST", "/")]
    [InlineData("POST", "/service/GraniteServiceVersion20100801/Ping")]
    [InlineData("POST", "/service/GraniteServiceVersion20100801/operation/Ping/")]
    [InlineData("GET", "/service/GraniteServiceVersion20100801/operation/Ping")]
    [InlineData("PUT", "/service/GraniteServiceVersion20100801/operation/Ping")]
    [InlineData("DELETE", "/service/GraniteServiceVersion20100801/operation/Ping")]
    public async Task Call_ByAnotherMethodOrPath_IsAnUnknownOperation(string method, string path)
    {
        var answer = await app.Send(new HttpMethod(method), path, (byte[]?)null, null, Header);

        Error(answer).Should().Be(
            ("com.amazon.coral.service#UnknownOperationException", "A request in rpc-v2-cbor is a POST to /service/{Service}/operation/{Operation}."));
    }

    [Theory]
    [InlineData("Nope")]
    [InlineData("ping")]
    [InlineData("com.amazonaws.cloudwatch.v2010_08_01.Ping")]
    public async Task Call_OfAnUnknownOperation_SaysSo(string operation)
    {
        var answer = await app.InCbor(operation, "a0", QueryMode);

        Error(answer).Should().Be((
            "com.amazon.coral.service#UnknownOperationException",
            $"RollingDeploy does not serve the operation {operation} of CloudWatch; /swagger lists those that it serves."));
        answer.Header("x-amzn-query-error").Should().Be("InvalidAction;Sender");
    }

    [Theory]
    [InlineData("X-Amz-Target", "rpc-v2-cbor")]
    [InlineData("X-Amzn-Target", "rpc-v2-cbor")]
    [InlineData("X-Amz-Target", null)]
    public async Task Call_WithATargetToo_IsRefused(string header, string? protocol)
    {
        (string, string)[] target = [(header, "GraniteServiceVersion20100801.Ping")];

        var answer = await app.Send(
            HttpMethod.Post, $"{Service}Ping", [0xA0], "application/cbor", protocol is null ? target : [Header, .. target]);

        Error(answer).Should().Be((
            "com.amazon.coral.service#SerializationException",
            "A request in rpc-v2-cbor must not have the header X-Amz-Target or X-Amzn-Target."));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/vnd.amazon.eventstream")]
    [InlineData(null)]
    public async Task Call_WithAnotherContentType_Is415(string? contentType)
    {
        var answer = await app.Send(HttpMethod.Post, $"{Service}Ping", [0xA0], contentType, Header);

        answer.Status.Should().Be(415);
        CborJson.Decode(answer.Bytes).At("__type").Should().Be("com.amazon.coral.service#UnsupportedMediaTypeException");
    }

    [Fact]
    public async Task Call_InAnotherSmithyProtocol_IsNotAnsweredInCbor()
    {
        var answer = await app.Send(HttpMethod.Post, $"{Service}Ping", "{}", "application/json", ("Smithy-Protocol", "rpc-v2-json"));

        answer.ContentType.Should().Be("application/problem+json");
    }

    [Theory]
    [InlineData("ValidationException", false, 400, "com.amazon.coral.validate#ValidationException", null)]
    [InlineData("ValidationException", true, 400, "com.amazon.coral.validate#ValidationException", "ValidationError;Sender")]
    [InlineData("InvalidParameterValueException", true, 400, "com.amazonaws.cloudwatch.v2010_08_01#InvalidParameterValueException", "InvalidParameterValue;Sender")]
    [InlineData("ConflictException", false, 409, "com.amazonaws.cloudwatch.v2010_08_01#ConflictException", null)]
    [InlineData("InternalServiceFault", true, 500, "com.amazonaws.cloudwatch.v2010_08_01#InternalServiceFault", "InternalServiceError;Receiver")]
    public async Task Fault_OfTheService_HasItsTypeStatusAndQueryCode(
        string shape, bool asks, int status, string type, string? query)
    {
        var answer = await app.InCbor("Fail", $"a2 {Text("Shape")} {Text(shape)} {Text("Text")} {Text("é <no>")}", asks ? [QueryMode] : []);

        answer.Status.Should().Be(status);
        answer.ContentType.Should().Be("application/cbor");
        answer.Header("x-amzn-query-error").Should().Be(query);
        answer.Header("x-amzn-ErrorType").Should().BeNull("the protocol says so");
        answer.Header("x-amzn-RequestId").Should().NotBeNull();
        var error = CborJson.Decode(answer.Bytes);
        (error.At("__type"), error.At("message")).Should().Be((type, "é <no>"));
    }

    [Theory]
    [InlineData(false, 400)]
    [InlineData(true, 404)]
    public async Task Fault_ResourceNotFound_Is404ForQueryCompatibleClientsAndHasNoMessage(bool asks, int status)
    {
        var answer = await app.InCbor("Fail", $"a1 {Text("Shape")} {Text("ResourceNotFound")}", asks ? [QueryMode] : []);

        answer.Status.Should().Be(status);
        answer.Json().Should().Be("""{"__type":"com.amazonaws.cloudwatch.v2010_08_01#ResourceNotFound"}""");
    }

    [Fact]
    public async Task Violation_OfAConstraint_NamesTheMember()
    {
        var answer = await app.InCbor("Drop", "a0");

        Error(answer).Text.Should().StartWith("1 validation error detected: Value null at 'orderName'");
    }

    [Fact]
    public async Task Crash_OfAHandler_IsAnInternalFailureThatTellsNothing()
    {
        var answer = await app.InCbor("Crash", "a0");

        answer.Status.Should().Be(500);
        var error = CborJson.Decode(answer.Bytes);
        error.At("__type").Should().Be("com.amazon.coral.service#InternalFailure");
        error.At("message").Should().NotContain("secret").And.Contain(answer.Header("x-amzn-RequestId"));
    }

    private static (string? Type, string? Text) Error(Answer answer)
    {
        answer.Status.Should().Be(400);
        answer.ContentType.Should().Be("application/cbor");
        answer.Header("Smithy-Protocol").Should().Be("rpc-v2-cbor");
        var error = CborJson.Decode(answer.Bytes);
        return (error.At("__type"), error.At("message"));
    }
}
