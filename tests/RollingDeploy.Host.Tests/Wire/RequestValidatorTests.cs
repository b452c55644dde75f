using System.Text.Json.Nodes;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Tests.Wire.Fakes;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.Json;
using RollingDeploy.Host.Wire.Validation;

namespace RollingDeploy.Host.Tests.Wire;

public sealed class RequestValidatorTests
{
    private const string Prefix = "1 validation error detected: Value ";
    private const string Failed = " failed to satisfy constraint: ";

    [Fact]
    public void Validate_ARecordThatSatisfiesAll_IsSilent()
    {
        var validate = () => Validate("""
            {"OrderName":"a-b","Lines":[{"Item":"x","Count":5}],"Notes":["ab"],"Labels":{"K":"v"},"Size":"Small","KmsKeyId":"","OKActions":["x"]}
            """);

        validate.Should().NotThrow();
    }

    [Theory]
    [InlineData("""{}""", "null at 'orderName'", "Member must not be null")]
    [InlineData("""{"OrderName":null}""", "null at 'orderName'", "Member must not be null")]
    [InlineData("""{"OrderName":"a b"}""", "'a b' at 'orderName'", "Member must satisfy regular expression pattern: ^[a-z](-*[a-z])*")]
    [InlineData("""{"OrderName":"abcdefghijk"}""", "'abcdefghijk' at 'orderName'", "Member must have length less than or equal to 10")]
    [InlineData("""{"OrderName":"a","Size":"M"}""", "'M' at 'size'", "Member must satisfy enum value set: [Small, Large]")]
    [InlineData("""{"OrderName":"a","KmsKeyId":"abc"}""", "'abc' at 'kmsKeyId'", "Member must have length less than or equal to 2")]
    [InlineData("""{"OrderName":"a","OKActions":["x","y"]}""", "'[x, y]' at 'oKActions'", "Member must have length less than or equal to 1")]
    [InlineData("""{"OrderName":"a","Lines":[]}""", "'[]' at 'lines'", "Member must have length greater than or equal to 1")]
    [InlineData("""{"OrderName":"a","Lines":[{}]}""", "null at 'lines.1.member.item'", "Member must not be null")]
    [InlineData("""{"OrderName":"a","Lines":[null]}""", "null at 'lines.1.member'", "Member must not be null")]
    [InlineData("""{"OrderName":"a","Lines":[{"Item":"x"},{"Item":"y","Count":0}]}""", "'0' at 'lines.2.member.count'", "Member must have value greater than or equal to 1")]
    [InlineData("""{"OrderName":"a","Lines":[{"Item":"x","Count":6}]}""", "'6' at 'lines.1.member.count'", "Member must have value less than or equal to 5")]
    [InlineData("""{"OrderName":"a","Spares":{"k":{}}}""", "null at 'spares.k.item'", "Member must not be null")]
    [InlineData("""{"OrderName":"a","Spares":{"k":null}}""", "null at 'spares.k'", "Member must not be null")]
    [InlineData("""{"OrderName":"a","Notes":["ok","X"]}""", "'[ok, X]' at 'notes'", "Member must satisfy constraint: [Member must have length less than or equal to 9, Member must have length greater than or equal to 2, Member must satisfy regular expression pattern: [a-z]*]")]
    [InlineData("""{"OrderName":"a","Labels":{"k":"v"}}""", "'{k=v}' at 'labels'", "Map keys must satisfy constraint: [Member must satisfy regular expression pattern: [A-Z]+]")]
    [InlineData("""{"OrderName":"a","Labels":{"K":"long"}}""", "'{K=long}' at 'labels'", "Map value must satisfy constraint: [Member must have length less than or equal to 3, Member must have length greater than or equal to 0]")]
    public void Validate_OneViolation_IsPhrasedAsAwsDoes(string json, string value, string clause)
    {
        var text = Refusal(json);

        text.Should().Be(Prefix + value + Failed + clause);
    }

    [Fact]
    public void Validate_SeveralViolations_ReportsThemAll()
    {
        var text = Refusal("""{"OrderName":"A very long name","Lines":[{"Count":9}],"Size":"M"}""");

        text.Should().Be(
            "5 validation errors detected: "
            + "Value 'A very long name' at 'orderName' failed to satisfy constraint: Member must have length less than or equal to 10; "
            + "Value 'A very long name' at 'orderName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-z](-*[a-z])*; "
            + "Value null at 'lines.1.member.item' failed to satisfy constraint: Member must not be null; "
            + "Value '9' at 'lines.1.member.count' failed to satisfy constraint: Member must have value less than or equal to 5; "
            + "Value 'M' at 'size' failed to satisfy constraint: Member must satisfy enum value set: [Small, Large]");
    }

    [Fact]
    public void Validate_ATooLongListOfStructures_PrintsItWithoutTypeNames()
    {
        var text = Refusal("""{"OrderName":"a","Lines":[{"Item":"1"},{"Item":"2"},{"Item":"3"},{"Item":"4"}]}""");

        text.Should().Be(Prefix + "'[{...}, {...}, {...}, {...}]' at 'lines'" + Failed + "Member must have length less than or equal to 3");
    }

    [Fact]
    public void Validate_AHugeValue_IsCutInTheMessage()
    {
        var text = Refusal(new JsonObject { ["OrderName"] = new string('a', 100_000) }.ToJsonString());

        text.Length.Should().BeLessThan(3000);
    }

    [Fact]
    public void Validate_ATooLongList_SaysNothingOfItsItems()
    {
        var text = Refusal("""{"OrderName":"a","Lines":[{},{},{},{}]}""");

        text.Should().Be(Prefix + "'[{...}, {...}, {...}, {...}]' at 'lines'" + Failed + "Member must have length less than or equal to 3");
    }

    [Fact]
    public void Validate_MoreThanFiftyViolations_CountsAllAndTellsTheFirst()
    {
        var spares = Enumerable.Range(1, 51).Select(number => KeyValuePair.Create($"s{number}", (JsonNode?)new JsonObject()));

        var text = Refusal(new JsonObject { ["OrderName"] = "a", ["Spares"] = new JsonObject(spares) }.ToJsonString());

        text.Should().StartWith("51 validation errors detected: Value null at 'spares.s1.item'");
        text.Should().EndWith("Value null at 'spares.s50.item' failed to satisfy constraint: Member must not be null; ...");
    }

    private static string Refusal(string json)
    {
        var validate = () => Validate(json);

        var fault = validate.Should().Throw<AwsError>().Which;
        fault.Shape.Should().Be("ValidationException");
        return fault.Message;
    }

    private static void Validate(string json)
    {
        var type = WireJson.Describe(OrderJson.Default, typeof(Order));
        RequestValidator.Validate(JsonBody.Read(System.Text.Encoding.UTF8.GetBytes(json), type), type);
    }
}
