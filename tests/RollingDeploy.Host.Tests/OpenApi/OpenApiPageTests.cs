using System.IO.Compression;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.OpenApi;

/// <summary>The document is made once, and sent as short as the client can read it, or not at all where it has it.</summary>
public sealed class OpenApiPageTests(TestHost host)
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("identity", "")]
    [InlineData("deflate", "")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("br;q=0.5, gzip", "gzip")]
    [InlineData("br;q=0, gzip;q=0", "")]
    [InlineData("*", "br")]
    public async Task Get_WithAcceptEncoding_IsTheShortestThatIsAccepted(string? accept, string encoding)
    {
        var plain = await Get();

        var answer = await Get(accept);

        (answer.Header("Content-Encoding") ?? "").Should().Be(encoding);
        answer.Header("Vary").Should().Be("Accept-Encoding");
        Decoded(answer, encoding).Should().Be(plain.Text);
        answer.Bytes.Length.Should().BeLessThanOrEqualTo(encoding.Length == 0 ? plain.Bytes.Length : plain.Bytes.Length / 8);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("br")]
    public async Task Get_OfWhatTheClientHas_IsNotModified(string? accept)
    {
        var tag = (await Get(accept)).Header("ETag")!;

        var again = await Get(accept, ("If-None-Match", tag));
        var other = await Get(accept, ("If-None-Match", "\"other\""));

        (again.Status, again.Bytes.Length, again.Header("ETag")).Should().Be((304, 0, tag));
        (other.Status, other.Header("ETag")).Should().Be((200, tag));
    }

    [Fact]
    public async Task Tags_OfTwoForms_AreTwo() => (await Get("br")).Header("ETag").Should().NotBe((await Get()).Header("ETag"));

    [Fact]
    public async Task Head_OfTheDocument_HasNoBody()
    {
        var answer = await host.NewAccount().Send(HttpMethod.Head, "/openapi/v1.json", null, null);

        (answer.Status, answer.Bytes.Length).Should().Be((200, 0));
        answer.ContentType.Should().Be("application/json; charset=utf-8");
    }

    [Fact]
    public async Task Get_ByManyAtOnce_IsTheSame()
    {
        await using var fresh = TestHost.With();

        var answers =
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => fresh.NewAccount().Send(HttpMethod.Get, "/openapi/v1.json", null, null)));

        answers.Select(answer => answer.Header("ETag"))
            .Distinct()
            .Should()
            .ContainSingle().Which.Should()
            .Be((await Get()).Header("ETag"));
    }

    [Fact]
    public async Task Document_OfAnotherStandardAccount_SpeaksOfThatOne()
    {
        await using var other = TestHost.With(("RollingDeploy:Account", "123412341234"));

        var text = (await other.NewAccount().Send(HttpMethod.Get, "/openapi/v1.json", null, null)).Text;

        text.Should().Contain("arn:aws:sagemaker:us-east-1:123412341234:endpoint/demo").And.NotContain("000000000000");
    }

    private static string Decoded(Answer answer, string encoding)
    {
        using var body = new MemoryStream(answer.Bytes);
        using Stream decoded = encoding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(decoded);
        return reader.ReadToEnd();
    }

    private Task<Answer> Get(string? accept = null, params (string Name, string Value)[] headers) => host.NewAccount().Send(
        HttpMethod.Get, "/openapi/v1.json", null, null, accept is null ? headers : [("Accept-Encoding", accept), .. headers]);
}
