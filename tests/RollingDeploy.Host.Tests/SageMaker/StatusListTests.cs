using RollingDeploy.Core.Endpoints;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.SageMaker;

/// <summary>ListEndpoints by status, and pages between which endpoints come, go and change.</summary>
public sealed class StatusListTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Theory]
    [InlineData("""{"StatusEquals":"InService"}""", "C d a")]
    [InlineData("""{"StatusEquals":"InService","SortOrder":"Ascending"}""", "a d C")]
    [InlineData("""{"StatusEquals":"InService","SortBy":"Name"}""", "d C a")]
    [InlineData("""{"StatusEquals":"InService","SortBy":"Name","SortOrder":"Ascending"}""", "a C d")]
    [InlineData("""{"StatusEquals":"InService","SortBy":"Status","SortOrder":"Ascending"}""", "a C d")]
    [InlineData("""{"StatusEquals":"InService","SortBy":"Status"}""", "d C a")]
    [InlineData("""{"StatusEquals":"InService","CreationTimeAfter":1893456010}""", "C d")]
    [InlineData("""{"StatusEquals":"InService","CreationTimeBefore":1893456010}""", "a")]
    [InlineData("""{"StatusEquals":"InService","SortBy":"Name","CreationTimeAfter":1893456010,"CreationTimeBefore":1893456020}""", "d")]
    [InlineData("""{"StatusEquals":"InService","CreationTimeAfter":1893456020,"CreationTimeBefore":1893456020}""", "")]
    [InlineData("""{"StatusEquals":"InService","CreationTimeAfter":1893456020,"CreationTimeBefore":1893456010}""", "")]
    [InlineData("""{"StatusEquals":"InService","LastModifiedTimeAfter":1893456015,"LastModifiedTimeBefore":1893456025}""", "d")]
    [InlineData("""{"StatusEquals":"InService","NameContains":"c"}""", "C")]
    [InlineData("""{"StatusEquals":"Creating"}""", "b")]
    [InlineData("""{"StatusEquals":"OutOfService"}""", "")]
    [InlineData("""{"SortBy":"Status","SortOrder":"Ascending"}""", "b a C d")]
    [InlineData("""{"SortBy":"Status"}""", "d C a b")]
    public async Task ListEndpoints_OfAStatusInEachOrder_SortsAndFilters(string body, string expected)
    {
        await HasFour();

        Show(await _account.Does("ListEndpoints", body)).Should().Be(expected);
    }

    [Theory]
    [InlineData("Name", "Ascending", "a C", "d")]
    [InlineData("Name", "Descending", "d C", "a")]
    [InlineData("CreationTime", "Ascending", "a d", "C")]
    [InlineData("CreationTime", "Descending", "C d", "a")]
    [InlineData("Status", "Ascending", "a C", "d")]
    [InlineData("Status", "Descending", "d C", "a")]
    public async Task NextToken_OfAStatusInEachOrder_GoesOn(string by, string order, string first, string second)
    {
        await HasFour();
        var page = $$"""{"StatusEquals":"InService","MaxResults":2,"SortBy":"{{by}}","SortOrder":"{{order}}" """;

        var one = await _account.Does("ListEndpoints", page + "}");
        var other = await _account.Does("ListEndpoints", $$"""{{page}},"NextToken":"{{one.At("NextToken")}}"}""");

        (Show(one), Show(other)).Should().Be((first + " ...", second));
    }

    [Fact]
    public async Task NextToken_WhenItsRowLeavesTheStatusOrIsGone_GoesOnBehindIt()
    {
        await HasFour();
        const string page = """{"StatusEquals":"InService","MaxResults":1,"SortBy":"Name","SortOrder":"Ascending" """;
        var first = await _account.Does("ListEndpoints", page + "}");
        await _account.Does("UpdateEndpoint", """{"EndpointName":"a","EndpointConfigName":"blue"}""");

        var second = await _account.Does("ListEndpoints", $$"""{{page}},"NextToken":"{{first.At("NextToken")}}"}""");
        await _account.Does("DeleteEndpoint", """{"EndpointName":"C"}""");
        await _account.Advances(60);
        var third = await _account.Does("ListEndpoints", $$"""{{page}},"NextToken":"{{second.At("NextToken")}}"}""");

        (Show(first), Show(second), Show(third)).Should().Be(("a ...", "C ...", "d"));
    }

    [Theory]
    [InlineData("CreationTimeAfter")]
    [InlineData("LastModifiedTimeBefore")]
    public async Task NextToken_WithAnotherPartOfTheSecond_IsRefused(string filter)
    {
        await HasFour();
        var at = filter.EndsWith("After", StringComparison.Ordinal) ? "1893456000" : "1893456999";
        var first = await _account.Does("ListEndpoints", $$"""{"MaxResults":1,"{{filter}}":{{at}}}""");

        var answer = await _account.SageMaker("ListEndpoints", $$"""{"MaxResults":1,"{{filter}}":{{at}}.25,"NextToken":"{{first.At("NextToken")}}"}""");

        answer.At("message").Should().Be("Invalid pagination token");
    }

    [Fact]
    public async Task ListEndpoints_OutOfAHundredThousand_PagesAsOutOfAHundred()
    {
        await _account.HasModel();
        await _account.HasConfig("blue", 1);
        foreach (var n in Enumerable.Range(0, 100_000))
        {
            _account.World.Apply(new CreateEndpoint("us-east-1", $"e-{n:D6}", "blue"), _account.World.Now);
        }

        const string page = """{"SortBy":"Name","SortOrder":"Ascending","MaxResults":2""";
        var first = await _account.Does("ListEndpoints", $$"""{{page}},"NameContains":"-0999"}""");
        var second = await _account.Does("ListEndpoints", $$"""{{page}},"NameContains":"-0999","NextToken":"{{first.At("NextToken")}}"}""");
        var last = await _account.Does("ListEndpoints", """{"SortBy":"Status","StatusEquals":"Creating","MaxResults":100}""");

        (Show(first), Show(second)).Should().Be(("e-099900 e-099901 ...", "e-099902 e-099903 ..."));
        last.Each("Endpoints", "EndpointName").Should().HaveCount(100).And.BeInDescendingOrder().And.StartWith("e-099999");
    }

    // a at 0 s, d at 10 s, C at 20 s, all in service 5 s later; b at 30 s still creating.
    private async Task HasFour()
    {
        await _account.HasModel();
        await _account.HasConfig("blue", 1);
        foreach (var name in (string[])["a", "d", "C", "b"])
        {
            await _account.Does("CreateEndpoint", $$"""{"EndpointName":"{{name}}","EndpointConfigName":"blue"}""");
            await _account.Advances(name == "b" ? 1 : 10);
        }
    }

    private static string Show(Answer answer) =>
        string.Join(' ', answer.Each("Endpoints", "EndpointName")) + (answer.At("NextToken") is null ? "" : " ...");
}
