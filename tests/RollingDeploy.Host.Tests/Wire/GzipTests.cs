using System.IO.Compression;
using System.Text;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Wire;

/// <summary>Compressed requests in the three protocols; what is wrong with one is said in the caller's own.</summary>
public sealed class GzipTests(ShopApp app) : IClassFixture<ShopApp>
{
    public static TheoryData<string> Protocols => ["json", "query", "cbor"];

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Body_InOneMemberOrSeveral_IsDecompressed(string protocol)
    {
        var body = Body(protocol, "a");
        var half = body.Length / 2;

        var whole = await Send(protocol, Gzip(body));
        var parts = await Send(protocol, [.. Gzip(body[..half]), .. Gzip([]), .. Gzip(body[half..])]);

        (whole.Status, parts.Status).Should().Be((200, 200), whole.Text);
        (Named(protocol, whole), Named(protocol, parts)).Should().Be(("a", "a"));
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Body_CutOffAnywhere_IsASerializationException(string protocol)
    {
        var gzip = Gzip(Body(protocol, "abcdefghij"));

        for (var length = 1; length < gzip.Length; length++)
        {
            var answer = await Send(protocol, gzip[..length]);

            answer.Status.Should().Be(400, $"only {length} of {gzip.Length} bytes were sent");
            Error(protocol, answer).Should().Be("MalformedInput: The request body is not valid gzip, or is incomplete.");
        }
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Body_ThatIsNotGzipOrGoesOnAfterIt_IsASerializationException(string protocol)
    {
        var body = Body(protocol, "a");
        var wrongSum = Gzip(body);
        wrongSum[^6] ^= 1;
        byte[][] garbage = [
            body, [0], [.. Gzip(body), 0], [.. Gzip(body), 0x1F], [.. Gzip(body), 0x1F, 0x8B, 9], [.. Gzip(body), .. body],
            wrongSum];

        foreach (var sent in garbage)
        {
            var answer = await Send(protocol, sent);

            answer.Status.Should().Be(400, Convert.ToHexString(sent));
            Error(protocol, answer).Should().Be("MalformedInput: The request body is not valid gzip, or is incomplete.");
        }
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Bomb_OfZeros_Is413(string protocol)
    {
        var bomb = Gzip(new byte[200 * ShopApp.MaxBody]);

        var answer = await Send(protocol, bomb);

        bomb.Length.Should().BeLessThan(ShopApp.MaxBody);
        answer.Status.Should().Be(413);
        Error(protocol, answer).Should().Be($"RequestEntityTooLarge: The request body is larger than {ShopApp.MaxBody} bytes.");
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 413)]
    public async Task Body_AtTheLimitAfterDecompression_IsTheLargestThatIsRead(int beyond, int status)
    {
        var body = Encoding.UTF8.GetBytes("""{"OrderName":"a"}""".PadRight(ShopApp.MaxBody + beyond));

        (await Send("json", Gzip(body))).Status.Should().Be(status);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("cbor")]
    public async Task Body_ThatIsEmpty_CountsAsNoMembers(string protocol)
    {
        var nothing = await Send(protocol, [], "Ping");
        var member = await Send(protocol, Gzip([]), "Ping");

        (nothing.Status, member.Status).Should().Be((200, 200));
    }

    [Fact]
    public async Task Encoding_InCapitals_IsKnown()
    {
        var answer = await app.Send(
            HttpMethod.Post, "/", Gzip(Body("query", "a")), "application/x-www-form-urlencoded", ("Content-Encoding", "GZIP"));

        answer.Element("OrderName").Should().Be("a");
    }

    private static byte[] Body(string protocol, string name) => protocol switch
    {
        "json" => Encoding.UTF8.GetBytes($$"""{"OrderName":"{{name}}"}"""),
        "query" => Encoding.UTF8.GetBytes($"Action=Echo&Version=2010-08-01&OrderName={name}"),
        _ => Cbor.Bytes($"a1 {Cbor.Text("OrderName")} {Cbor.Text(name)}"),
    };

    private static string? Named(string protocol, Answer answer) => protocol switch
    {
        "json" => answer.At("OrderName"),
        "query" => answer.Element("OrderName"),
        _ => CborJson.Decode(answer.Bytes).At("OrderName"),
    };

    // The code of the query protocol, which clients of CloudWatch see in all three.
    private static string Error(string protocol, Answer answer)
    {
        if (protocol == "query")
        {
            return $"{answer.Element("Code")}: {answer.Element("Message")}";
        }

        var error = protocol == "json" ? answer.Json : CborJson.Decode(answer.Bytes);
        error.At("__type").Should().StartWith("com.amazon.coral.service#");
        return $"{answer.Header("x-amzn-query-error")!.Split(';')[0]}: {error.At("message")}";
    }

    private static byte[] Gzip(byte[] content)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Optimal))
        {
            gzip.Write(content);
            gzip.Flush();
        }

        return buffer.ToArray();
    }

    private Task<Answer> Send(string protocol, byte[] body, string operation = "Echo")
    {
        var (path, type) = protocol switch
        {
            "json" => ("/", "application/x-amz-json-1.0"),
            "query" => ("/", "application/x-www-form-urlencoded"),
            _ => ($"{Cbor.Service}{operation}", "application/cbor"),
        };
        return app.Send(HttpMethod.Post, path, body, type,
        [
            ("Content-Encoding", "gzip"),
            ("Authorization", "AWS4-HMAC-SHA256 Credential=x/20300101/us-east-1/monitoring/aws4_request, SignedHeaders=host, Signature=0"),
            Cbor.QueryMode,
            .. protocol == "json" ? [("X-Amz-Target", $"GraniteServiceVersion20100801.{operation}")] : Array.Empty<(string, string)>(),
        ]);
    }
}
