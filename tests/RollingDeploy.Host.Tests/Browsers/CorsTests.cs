using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Browsers;

/// <summary>A browser application whose origin a setting names.</summary>
public sealed class CorsTests : IAsyncLifetime
{
    private const string App = "http://localhost:3000";
    private const string Headers = "authorization,content-type,x-amz-target,x-amz-user-agent";

    private readonly TestHost _host = TestHost.With(("RollingDeploy:AllowedOrigins:0", "http://LocalHost:3000"), ("RollingDeploy:AllowedOrigins:1", "https://b.example"));
    private readonly Account _account;

    public CorsTests() => _account = _host.NewAccount();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/_rollingdeploy/clock")]
    [InlineData("/endpoints/e/invocations")]
    [InlineData("/service/GraniteServiceVersion20100801/operation/ListMetrics")]
    public async Task Preflight_OfTheApplication_IsAnsweredWithWhatItAsksFor(string path)
    {
        var answer = await Preflight(path, App);

        answer.Status.Should().Be(204);
        answer.Header("Access-Control-Allow-Origin").Should().Be(App);
        answer.Header("Access-Control-Allow-Methods").Should().Be("POST");
        answer.Header("Access-Control-Allow-Headers").Should().Be(Headers);
        answer.Header("Vary").Should().Contain("Origin");
        answer.Header("Access-Control-Allow-Credentials").Should().BeNull();
    }

    [Theory]
    [InlineData("http://localhost:3001")]
    [InlineData("https://localhost:3000")]
    [InlineData("http://localhost:3000.evil.example")]
    [InlineData("null")]
    public async Task Preflight_OfAnotherPage_IsRefused(string origin)
    {
        var answer = await Preflight("/", origin);

        answer.Status.Should().Be(403);
        answer.Header("Access-Control-Allow-Origin").Should().BeNull();
    }

    [Fact]
    public async Task Preflight_ByAnotherHost_IsRefused() => (await Preflight("/", App, ("Host", "evil.example"))).Status.Should().Be(403);

    [Fact]
    public async Task Call_OfTheApplication_IsAnsweredAndMayBeRead()
    {
        var answer = await _account.Send(HttpMethod.Post, "/", "{}", "application/x-amz-json-1.1",
            ("X-Amz-Target", "SageMaker.ListModels"), ("Origin", App), ("Sec-Fetch-Site", "same-site"));

        answer.Status.Should().Be(200);
        answer.Header("Access-Control-Allow-Origin").Should().Be(App);
        answer.Header("Access-Control-Expose-Headers").Should().Contain("x-amzn-RequestId");
        answer.Header("Vary").Should().Be("Origin");
    }

    [Fact]
    public async Task Error_OfAws_ExposesItsType()
    {
        var answer = await _account.Send(HttpMethod.Post, "/", "{", "application/x-amz-json-1.1", ("X-Amz-Target", "SageMaker.ListModels"), ("Origin", App));

        answer.Status.Should().Be(400);
        answer.Header("Access-Control-Expose-Headers").Should().Contain("x-amzn-ErrorType");
    }

    [Fact]
    public async Task Error_OfOurRoutes_MayBeRead()
    {
        var answer = await _account.Send(HttpMethod.Put, "/_rollingdeploy/clock", """{"speed":0}""", "application/json", ("Origin", App));

        answer.Status.Should().Be(400);
        answer.Header("Access-Control-Allow-Origin").Should().Be(App);
    }

    [Fact]
    public async Task Call_OfNoPage_HasNoSuchHeaders()
    {
        var answer = await _account.Send(HttpMethod.Get, "/_rollingdeploy/clock", null, null);

        answer.Headers.Keys.Should().NotContain(name => name.StartsWith("Access-Control"));
    }

    private Task<Answer> Preflight(string path, string origin, params (string Name, string Value)[] more) => _account.Send(
        HttpMethod.Options, path, null, null,
        [("Origin", origin), ("Sec-Fetch-Site", "same-site"), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", Headers), .. more]);
}
