using System.Text.Json.Nodes;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;
using static RollingDeploy.Host.Tests.Wire.Fakes.Cbor;

namespace RollingDeploy.Host.Tests.Wire;

/// <summary>Requests in rpc-v2-cbor, byte by byte (RFC 8949).</summary>
public sealed class CborReadingTests(ShopApp app) : IClassFixture<ShopApp>
{
    private static readonly string Name = $"{Text("OrderName")} {Text("a")}";

    [Theory]
    [InlineData("")]
    [InlineData("a0")]
    [InlineData("bf ff")]
    [InlineData("d9d9f7 a0")]
    public async Task Call_WithAnEmptyMapOrNoBody_HasNoMembers(string hex)
    {
        var answer = await app.InCbor("Ping", hex);

        (answer.Status, answer.Hex()).Should().Be((200, "bfff"));
    }

    [Theory]
    // Price, a double.
    [InlineData("Price", "f9 3e00", "1.5")]
    [InlineData("Price", "fa 40f40000", "7.625")]
    [InlineData("Price", "fb 3ffe39581062 4dd3", "1.889")]
    [InlineData("Price", "f9 8000", "-0.0")]
    [InlineData("Price", "18 2a", "42.0")]
    [InlineData("Price", "38 63", "-100.0")]
    [InlineData("Price", "1b ffffffffffffffff", "1.8446744073709552E19")]
    [InlineData("Price", "3b ffffffffffffffff", "-1.8446744073709552E19")]
    [InlineData("Price", "f9 7e00", "\"NaN\"")]
    [InlineData("Price", "fa 7f800000", "\"Infinity\"")]
    [InlineData("Price", "fb fff0000000000000", "\"-Infinity\"")]
    [InlineData("Price", "d8 64 f9 3e00", "1.5")]
    // Serial, a long.
    [InlineData("Serial", "1b 7fffffffffffffff", "9223372036854775807")]
    [InlineData("Serial", "3b 7fffffffffffffff", "-9223372036854775808")]
    [InlineData("Serial", "1b 0000000000000001", "1")]
    // Due, a timestamp: tag 1 around an integer or a float of any width.
    [InlineData("Due", "c1 1a 5b2a85c1", "1.529513409E9")]
    [InlineData("Due", "c1 fb 41d6cbfe08600000", "1.5298703695E9")]
    [InlineData("Due", "c1 fa 4e800000", "1.073741824E9")]
    [InlineData("Due", "c1 f9 3c00", "1.0")]
    [InlineData("Due", "c1 20", "-1.0")]
    [InlineData("Due", "c1 c1 00", "0.0")]
    [InlineData("Due", "1a 5b2a85c1", "1.529513409E9")]
    // Size, a string: in one piece, in several, in none.
    [InlineData("Size", "65 536d616c6c", "\"Small\"")]
    [InlineData("Size", "7f 62 536d 63 616c6c ff", "\"Small\"")]
    [InlineData("Size", "78 05 536d616c6c", "\"Small\"")]
    [InlineData("Size", "c0 65 536d616c6c", "\"Small\"")]
    [InlineData("Paid", "f5", "true")]
    [InlineData("Paid", "f4", "false")]
    // Lists and maps of either length.
    [InlineData("Weights", "83 01 f9 3e00 20", "[1.0,1.5,-1.0]")]
    [InlineData("Weights", "9f 01 f9 3e00 ff", "[1.0,1.5]")]
    [InlineData("Weights", "80", "[]")]
    [InlineData("Labels", "a1 61 4b 61 76", "{\"K\":\"v\"}")]
    [InlineData("Labels", "bf 7f 61 4b 61 4c ff 7f 61 76 61 77 ff ff", "{\"KL\":\"vw\"}")]
    [InlineData("Lines", "9f bf 64 4974656d 61 78 65 436f756e74 02 ff ff", "[{\"Item\":\"x\",\"Count\":2}]")]
    public async Task Member_InEachEncoding_IsRead(string member, string hex, string json)
    {
        var answer = await app.InCbor("Echo", $"a2 {Name} {Text(member)} {hex}");

        answer.Status.Should().Be(200);
        CborJson.Decode(answer.Bytes)![member]!.ToJsonString().Should().Be(json);
    }

    [Theory]
    [InlineData("Price", "f6")]
    [InlineData("Price", "f7")]
    [InlineData("Lines", "f6")]
    [InlineData("Price", "c1 f6")]
    [InlineData("Unknown", "a1 61 61 82 01 9f 5f 41 00 ff ff")]
    [InlineData("Unknown", "bf 01 02 ff")]
    [InlineData("Unknown", "f8 ff")]
    [InlineData("ordername", "01")]
    public async Task Member_ThatIsNullOrUnknown_IsPassedOver(string member, string hex)
    {
        var answer = await app.InCbor("Echo", $"a2 {Text(member)} {hex} {Name}");

        (answer.Status, answer.Json()).Should().Be((200, """{"OrderName":"a"}"""));
    }

    [Theory]
    [InlineData("OrderName", "01", "a string")]
    [InlineData("OrderName", "43 010203", "a string")]
    [InlineData("OrderName", "a0", "a string")]
    [InlineData("Price", "63 4e614e", "a number")]
    [InlineData("Price", "f5", "a number")]
    [InlineData("Price", "e0", "a number")]
    [InlineData("Price", "c2 41 01", "a number")]
    [InlineData("Serial", "f9 3c00", "an integer")]
    [InlineData("Serial", "1b ffffffffffffffff", "an integer")]
    [InlineData("Paid", "01", "a boolean")]
    [InlineData("Due", "c1 f9 7e00", "a timestamp")]
    [InlineData("Due", "c1 fb 7e37e43c8800759c", "a timestamp")]
    [InlineData("Due", "c0 74 323032342d30312d30315430303a30303a30305a", "a timestamp")]
    [InlineData("Lines", "a0", "a list")]
    [InlineData("Lines", "61 78", "a list")]
    [InlineData("Labels", "80", "a map")]
    [InlineData("Labels", "f5", "a map")]
    public async Task Member_OfAnotherType_IsASerializationException(string member, string hex, string expected)
    {
        var answer = await app.InCbor("Echo", $"a1 {Text(member)} {hex}");

        Refusal(answer).Should().Be($"The value of '{member}' must be {expected}.");
    }

    [Fact]
    public async Task Member_WithinLists_IsNamedWithItsPath()
    {
        var answer = await app.InCbor("Echo", $"a1 {Text("Lines")} 82 a1 {Text("Item")} 61 61 a1 {Text("Count")} {Text("3")}");

        Refusal(answer).Should().Be("The value of 'Lines[1].Count' must be an integer.");
    }

    [Theory]
    [InlineData("80", "The request body must be a CBOR map.")]
    [InlineData("f6", "The request body must be a CBOR map.")]
    [InlineData("6161", "The request body must be a CBOR map.")]
    [InlineData("7b 7d", "The request body must be a CBOR map.")]
    [InlineData("a0 00", "The request body has more data after the CBOR map.")]
    [InlineData("a1 01 02", "The keys of the CBOR maps in the request body must be text.")]
    [InlineData("a1 66 4c6162656c73 a1 41 61 61 61", "The keys of the CBOR maps in the request body must be text.")]
    [InlineData("a2 6161 01 6161 02", "at byte 5: it is malformed or incomplete, or a key appears twice.")]
    [InlineData("a1 66 4c6162656c73 a2 6161 6162 6161 6162", "or a key appears twice")]
    [InlineData("a1 69 4f726465724e616d65 61 ff", "at byte 12:")]
    [InlineData("a1 61 ff 01", "The request body is not valid CBOR")]
    [InlineData("a1 69 4f726465724e616d65 7f 41 61 ff", "The request body is not valid CBOR")]
    [InlineData("a1 69 4f726465724e616d65", "The request body is not valid CBOR")]
    [InlineData("a1", "at byte 1:")]
    [InlineData("bf", "The request body is not valid CBOR")]
    [InlineData("bf 6161 ff", "The request body is not valid CBOR")]
    [InlineData("c1", "The request body is not valid CBOR")]
    [InlineData("bb 7fffffffffffffff", "The request body is not valid CBOR")]
    [InlineData("a1 6161 9b 7fffffffffffffff", "The request body is not valid CBOR")]
    [InlineData("a1 6161 7b ffffffffffffffff 61", "The request body is not valid CBOR")]
    [InlineData("a1 6161 1c", "The request body is not valid CBOR")]
    [InlineData("a1 6161 fc", "The request body is not valid CBOR")]
    [InlineData("a1 655072696365 fc", "The request body is not valid CBOR")]
    [InlineData("a1 6161 ff", "The request body is not valid CBOR")]
    [InlineData("a1 6161 f8 18", "The request body is not valid CBOR")]
    public async Task Body_ThatIsMalformed_IsASerializationException(string hex, string text)
    {
        var answer = await app.InCbor("Echo", hex);

        Refusal(answer).Should().Contain(text).And.NotContain("System.");
    }

    [Theory]
    [InlineData("Unknown", "81")]
    [InlineData("Unknown", "9f")]
    [InlineData("Unknown", "a1 6161")]
    [InlineData("Lines", "c1 81")]
    [InlineData("Spares", "bf 6161")]
    public async Task Body_NestedTooDeep_IsASerializationException(string member, string level)
    {
        var answer = await app.InCbor("Echo", $"a1 {Text(member)} {string.Concat(Enumerable.Repeat(level, 20_000))}");

        Refusal(answer).Should().Be("The request body is nested deeper than 64 levels.");
    }

    [Fact]
    public async Task Body_WithManyTags_IsRead()
    {
        var answer = await app.InCbor("Echo", $"a2 {Name} {Text("Price")} {string.Concat(Enumerable.Repeat("c6", 40_000))} 01");

        answer.Json().Should().Be("""{"OrderName":"a","Price":1.0}""");
    }

    [Fact]
    public async Task Body_CutOffAnywhere_IsASerializationException()
    {
        var body = CborJson.Encode(
            JsonNode.Parse("""{"OrderName":"a","Lines":[{"Item":"x","Count":2}],"Labels":{"K":"v"},"Price":1.5}"""), null, indefinite: true);

        for (var length = 1; length < body.Length; length++)
        {
            var answer = await app.InCbor("Echo", Convert.ToHexString(body.AsSpan(0, length)));

            Refusal(answer).Should().StartWith("The request body is not valid CBOR", $"only {length} bytes were sent");
        }
    }

    private static string Refusal(Answer answer)
    {
        answer.Status.Should().Be(400);
        answer.ContentType.Should().Be("application/cbor");
        var error = CborJson.Decode(answer.Bytes)!;
        error.At("__type").Should().Be("com.amazon.coral.service#SerializationException");
        return error.At("message")!;
    }
}
