using System.IO.Compression;
using System.Text;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Wire;

public sealed class BodyLimitTests(ShopApp app) : IClassFixture<ShopApp>
{
    private static readonly (string, string) Target = ("X-Amz-Target", "SageMaker.Echo");
    private static readonly (string, string) GzipEncoding = ("Content-Encoding", "gzip");

    [Fact]
    public async Task Body_AtTheLimit_IsRead()
    {
        var body = """{"OrderName":"a"}""".PadRight(ShopApp.MaxBody);

        var answer = await app.Json("SageMaker.Echo", body);

        answer.Status.Should().Be(200);
    }

    [Fact]
    public async Task Body_OverTheLimitInJson_Is413InJson()
    {
        var answer = await app.Json("SageMaker.Echo", new string(' ', ShopApp.MaxBody + 1));

        answer.Status.Should().Be(413);
        answer.Json["__type"]!.GetValue<string>().Should().Be("RequestEntityTooLargeException");
    }

    [Fact]
    public async Task Body_OverTheLimitInAForm_Is413InXml()
    {
        var answer = await app.Form("Action=Echo&Version=2010-08-01&X=" + new string('x', ShopApp.MaxBody));

        answer.Status.Should().Be(413);
        answer.Element("Code").Should().Be("RequestEntityTooLarge");
    }

    [Fact]
    public async Task Body_InGzip_IsDecompressed()
    {
        var answer = await app.Send(HttpMethod.Post, "/", Gzip("""{"OrderName":"a"}"""), "application/x-amz-json-1.1", Target, GzipEncoding);

        answer.Text.Should().Be("""{"OrderName":"a"}""");
    }

    [Fact]
    public async Task Form_InGzip_IsDecompressed()
    {
        var form = Gzip("Action=Echo&Version=2010-08-01&OrderName=a");

        var answer = await app.Send(HttpMethod.Post, "/", form, "application/x-www-form-urlencoded", GzipEncoding);

        answer.Element("OrderName").Should().Be("a");
    }

    [Fact]
    public async Task Bomb_InGzip_Is413()
    {
        var bomb = Gzip(new string(' ', 20 * ShopApp.MaxBody));

        var answer = await app.Send(HttpMethod.Post, "/", bomb, "application/x-amz-json-1.1", Target, GzipEncoding);

        bomb.Length.Should().BeLessThan(ShopApp.MaxBody);
        answer.Status.Should().Be(413);
    }

    [Fact]
    public async Task Body_ThatIsNotGzip_IsASerializationException()
    {
        var answer = await app.Send(HttpMethod.Post, "/", "{}"u8.ToArray(), "application/x-amz-json-1.1", Target, GzipEncoding);

        answer.Status.Should().Be(400);
        answer.Json["__type"]!.GetValue<string>().Should().Be("SerializationException");
    }

    [Fact]
    public async Task Body_InAnotherEncoding_IsRefused()
    {
        var answer = await app.Send(HttpMethod.Post, "/", "{}"u8.ToArray(), "application/x-amz-json-1.1", Target, ("Content-Encoding", "br"));

        answer.Status.Should().Be(415);
        answer.Json["__type"]!.GetValue<string>().Should().Be("UnsupportedMediaTypeException");
    }

    private static byte[] Gzip(string text)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return buffer.ToArray();
    }
}
