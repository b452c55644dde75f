using System.Text.RegularExpressions;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Dashboard;

/// <summary>The page at / and its files, which must not be in the way of any client of AWS.</summary>
public sealed partial class DashboardPageTests(TestHost host)
{
    private const long Most = 150_000;
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static readonly string Files = Path.Combine(Repository.Root, "src", "RollingDeploy.Host", "wwwroot");

    private readonly Account _account = host.NewAccount();

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Files, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Files, file))];

    [Fact]
    public async Task Page_ForABrowser_IsHtmlWithAStrictPolicy()
    {
        var answer = await Get("/?account=111122223333", ("Accept", Browser));

        answer.Status.Should().Be(200);
        answer.ContentType.Should().Be("text/html; charset=utf-8");
        answer.Text.Should().Contain("<title>RollingDeploy</title>");
        answer.Header("Content-Security-Policy").Should().StartWith("default-src 'none'").And.NotContain("unsafe");
        answer.Header("X-Content-Type-Options").Should().Be("nosniff");
        answer.Header("Cache-Control").Should().Be("no-cache");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task File_OfTheDashboard_IsServedAsItIsAndOnlyOnce(string name)
    {
        var answer = await Get($"/dashboard/{name}");
        var again = await Get($"/dashboard/{name}", ("If-None-Match", answer.Header("ETag")!));

        answer.Status.Should().Be(200);
        answer.Bytes.Should().Equal(await File.ReadAllBytesAsync(Path.Combine(Files, name)));
        answer.ContentType.Should().StartWith(Path.GetExtension(name) switch
        {
            ".html" => "text/html",
            ".css" => "text/css",
            ".js" => "text/javascript",
            _ => "image/svg+xml",
        });
        again.Status.Should().Be(304);
        again.Bytes.Should().BeEmpty();
    }

    [Fact]
    public void Files_Together_AreSmall() =>
        Directory.GetFiles(Files, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length)
            .Should().BeLessThan(Most);

    [Fact]
    public void Page_Itself_HasNoScriptOrStyleInIt()
    {
        var page = File.ReadAllText(Path.Combine(Files, "index.html"));

        InThePage().Matches(page).Should().BeEmpty("the policy forbids them");
        page.Should().NotContain("http", "everything comes from here");
    }

    [Theory]
    [InlineData("Accept", "*/*")]
    [InlineData("Accept", "application/json")]
    [InlineData("Accept", "")]
    public async Task Root_ForAClientThatAsksForNoPage_IsNotHtml(string header, string value)
    {
        var answer = await Get("/", (header, value));

        answer.Status.Should().Be(404);
        answer.ContentType.Should().Be("application/problem+json");
    }

    [Fact]
    public async Task Root_WithAnAction_IsTheQueryProtocol()
    {
        var answer = await Get("/?Action=GetCallerIdentity&Version=2011-06-15", ("Accept", Browser));

        answer.Status.Should().Be(200);
        answer.Element("Account").Should().NotBeNull();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/dashboard/index.html")]
    public async Task Path_OfASignedRequest_IsOfAws(string path)
    {
        var answer = await Get(path, ("Accept", Browser), (
            "Authorization", "AWS4-HMAC-SHA256 Credential=111122223333/20300101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0"));

        answer.Status.Should().Be(400);
        answer.ContentType.Should().Be("application/xml");
    }

    [Fact]
    public async Task Post_ToTheRoot_IsACallOfAws() =>
        (await _account.SageMaker("ListEndpoints", "{}")).Text.Should().Be("""{"Endpoints":[]}""");

    [Fact]
    public async Task Post_ToAFile_IsNotFound() =>
        (await _account.Send(HttpMethod.Post, "/dashboard/icon.svg", "", null)).Status.Should().Be(404);

    [Fact]
    public async Task Page_ByAnotherHost_IsRefused() =>
        (await Get("/", ("Accept", Browser), ("Host", "evil.example"))).Status.Should().Be(403);

    [Fact]
    public async Task Page_InAFrameOfAnotherSite_IsRefused() => (await Get(
        "/", ("Accept", Browser), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "iframe")))
        .Status.Should().Be(403);

    [Fact]
    public async Task Head_OfThePage_HasNoBody()
    {
        var answer = await _account.Send(HttpMethod.Head, "/", null, null, ("Accept", Browser));

        answer.Status.Should().Be(200);
        answer.Bytes.Should().BeEmpty();
    }

    private Task<Answer> Get(string path, params (string Name, string Value)[] headers) =>
        _account.Send(HttpMethod.Get, path, null, null, headers);

    [GeneratedRegex("<style|style=|\\son[a-z]+=|<script(?![^>]*src=)", RegexOptions.IgnoreCase)]
    private static partial Regex InThePage();
}
