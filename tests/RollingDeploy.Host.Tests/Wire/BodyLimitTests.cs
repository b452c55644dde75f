using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Wire;

public sealed class BodyLimitTests(ShopApp app) : IClassFixture<ShopApp>
{
    private static readonly (string, string) Target = ("X-Amz-Target", "SageMaker.Echo");

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
    public async Task Body_FarOverTheLimit_IsReadToItsEndBeforeTheAnswer()
    {
        using var body = new MemoryStream(new byte[50 * ShopApp.MaxBody]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StreamContent(body) };
        request.Headers.Add(Target.Item1, Target.Item2);

        using var answer = await app.Client.SendAsync(request);

        ((int)answer.StatusCode).Should().Be(413);
        body.Position.Should().Be(body.Length);
    }

    [Fact]
    public async Task Body_InAnotherEncoding_IsRefused()
    {
        var answer = await app.Send(HttpMethod.Post, "/", "{}"u8.ToArray(), "application/x-amz-json-1.1", Target, ("Content-Encoding", "br"));

        answer.Status.Should().Be(415);
        answer.Json["__type"]!.GetValue<string>().Should().Be("UnsupportedMediaTypeException");
    }
}
