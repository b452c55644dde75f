namespace RollingDeploy.Conformance;

/// <summary>
/// The host to test answers as the one that was built with these tests, byte for byte. It shows something where
/// <c>ROLLINGDEPLOY_NATIVE</c> names a native binary: what trimming took away, or a generator passed over, is often missing
/// without
/// an error. Elsewhere both are the same program.
/// </summary>
public sealed class SameAsJitTests(SameAsJitTests.TwoHosts hosts) : IClassFixture<SameAsJitTests.TwoHosts>
{
    [Theory]
    [InlineData("/openapi/v1.json")]
    [InlineData("/swagger/index.html")]
    [InlineData("/swagger/swagger-ui.css")]
    [InlineData("/health")]
    [InlineData("/_rollingdeploy/clock")]
    [InlineData("/_rollingdeploy/quotas")]
    [InlineData("/_rollingdeploy/endpoints/none/journal")]
    public async Task Page_OfTheHostToTest_IsThatUnderJit(string path)
    {
        var (page, expected) = (await Get(hosts.Tested, path), await Get(hosts.Jit, path));

        page.Should().Be(expected);
    }

    [Fact]
    public async Task EveryKindOfCall_OfTheHostToTest_IsAnsweredAsUnderJit()
    {
        var (answers, expected) = (await EveryKindOfCall.Play(hosts.Tested), await EveryKindOfCall.Play(hosts.Jit));

        answers.Should().Be(expected);
    }

    // The trace is the one call's.
    private static async Task<string> Get(HostProcess host, string path)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(host.Url, path));
        var body = await answer.Content.ReadAsStringAsync();
        var end = body.IndexOf(",\"traceId\"", StringComparison.Ordinal);
        return $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType}\n{(end < 0 ? body : body[..end])}";
    }

    /// <summary>Both, with a seed that must reach the world through the binder of settings.</summary>
    public sealed class TwoHosts : IAsyncLifetime
    {
        internal HostProcess Tested { get; private set; } = null!;

        internal HostProcess Jit { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Tested = await HostProcess.Start(("Seed", "3"));
            Jit = await HostProcess.StartOf(Places.JitHost, ("Seed", "3"));
        }

        public async ValueTask DisposeAsync()
        {
            await Tested.DisposeAsync();
            await Jit.DisposeAsync();
        }
    }
}
