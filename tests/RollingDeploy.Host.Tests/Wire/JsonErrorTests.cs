using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Wire;

public sealed class JsonErrorTests(ShopApp app) : IClassFixture<ShopApp>
{
    private static readonly (string, string) QueryMode = ("x-amzn-query-mode", "true");

    [Fact]
    public async Task Fault_OfAService_CarriesShapeAndText()
    {
        var answer = await app.Json("SageMaker.Fail", """{"Shape":"ResourceLimitExceeded","Text":"Too <many> 'things' é"}""");

        answer.Status.Should().Be(400);
        answer.Text.Should().Be("""{"__type":"ResourceLimitExceeded","message":"Too <many> 'things' é"}""");
        answer.Header("x-amzn-ErrorType").Should().Be("ResourceLimitExceeded");
        answer.Header("x-amzn-query-error").Should().BeNull();
    }

    [Theory]
    [InlineData("InvalidParameterValueException", 400, "com.amazonaws.cloudwatch.v2010_08_01#InvalidParameterValueException")]
    [InlineData("ValidationException", 400, "com.amazon.coral.validate#ValidationException")]
    [InlineData("ResourceNotFound", 400, "com.amazonaws.cloudwatch.v2010_08_01#ResourceNotFound")]
    [InlineData("ConflictException", 409, "com.amazonaws.cloudwatch.v2010_08_01#ConflictException")]
    [InlineData("InternalServiceFault", 500, "com.amazonaws.cloudwatch.v2010_08_01#InternalServiceFault")]
    public async Task Fault_OfCloudWatch_HasItsNamespaceAndStatus(string shape, int status, string type)
    {
        var answer = await app.Json("GraniteServiceVersion20100801.Fail", $$"""{"Shape":"{{shape}}"}""");

        answer.Status.Should().Be(status);
        answer.Json["__type"]!.GetValue<string>().Should().Be(type);
        answer.Header("x-amzn-ErrorType").Should().Be(shape);
    }

    [Theory]
    [InlineData("InvalidParameterValueException", 400, "InvalidParameterValue;Sender")]
    [InlineData("ValidationException", 400, "ValidationError;Sender")]
    [InlineData("ResourceNotFound", 404, "ResourceNotFound;Sender")]
    [InlineData("InternalServiceFault", 500, "InternalServiceError;Receiver")]
    public async Task Fault_InQueryMode_NamesTheQueryCode(string shape, int status, string header)
    {
        var answer = await app.Json("GraniteServiceVersion20100801.Fail", $$"""{"Shape":"{{shape}}"}""", QueryMode);

        answer.Status.Should().Be(status);
        answer.Header("x-amzn-query-error").Should().Be(header);
    }

    [Fact]
    public async Task Fault_InQueryModeOfAServiceWithoutQuery_HasNoQueryError()
    {
        var answer = await app.Json("SageMaker.Fail", """{"Shape":"ValidationException"}""", QueryMode);

        answer.Header("x-amzn-query-error").Should().BeNull();
    }

    [Fact]
    public async Task Fault_ResourceNotFound_HasNoMessage()
    {
        var answer = await app.Json("GraniteServiceVersion20100801.Fail", """{"Shape":"ResourceNotFound","Text":"x"}""", QueryMode);

        answer.Text.Should().Be("""{"__type":"com.amazonaws.cloudwatch.v2010_08_01#ResourceNotFound"}""");
    }

    [Fact]
    public async Task Crash_OfAHandler_IsAnInternalFailureThatTellsNothing()
    {
        var answer = await app.Json("SageMaker.Crash", "{}");

        answer.Status.Should().Be(500);
        answer.Json["__type"]!.GetValue<string>().Should().Be("InternalFailure");
        answer.Text.Should().NotContain("secret").And.NotContain("   at ").And.Contain(answer.Header("x-amzn-RequestId"));
    }

    [Fact]
    public async Task Fault_ThatCannotBeWritten_IsAnInternalFailure()
    {
        var answer = await app.Json("SageMaker.Fail", """{"Text":"a fault without a shape"}""");

        answer.Status.Should().Be(500);
        answer.Json["__type"]!.GetValue<string>().Should().Be("InternalFailure");
    }

    [Theory]
    [InlineData("SageMaker.Nope")]
    [InlineData("SageMaker.")]
    [InlineData("SageMaker.echo")]
    public async Task Call_OfAnUnknownOperation_IsAnUnknownOperationException(string target)
    {
        var answer = await app.Json(target, "{}");

        answer.Status.Should().Be(400);
        answer.ContentType.Should().Be("application/x-amz-json-1.1");
        answer.Json["__type"]!.GetValue<string>().Should().Be("UnknownOperationException");
    }
}
