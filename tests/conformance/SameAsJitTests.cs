namespace RollingDeploy.Conformance;

/// <summary>
/// The host to test answers as the one that was built with these tests, byte for byte. It shows something where
/// <c>ROLLINGDEPLOY_NATIVE</c> names a native binary: what trimming took away, or a generator passed over, is often missing without
/// an error. Elsewhere both are the same program.
/// </summary>
public sealed class SameAsJitTests
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
        await using var tested = await HostProcess.Start();
        await using var jit = await HostProcess.StartOf(Places.JitHost);

        var (page, expected) = (await Get(tested, path), await Get(jit, path));

        page.Should().Be(expected);
    }

    [Fact]
    public async Task EveryKindOfCall_OfTheHostToTest_IsAnsweredAsUnderJit()
    {
        await using var tested = await HostProcess.Start(("Seed", "3"));
        await using var jit = await HostProcess.StartOf(Places.JitHost, ("Seed", "3"));

        var (answers, expected) = (await EveryKindOfCall.Play(tested), await EveryKindOfCall.Play(jit));

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
}
