using System.Security.Cryptography;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.SageMaker;

public sealed class ListTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task List_OfNothing_IsEmpty()
    {
        (await _account.Does("ListModels", "{}")).Text.Should().Be("""{"Models":[]}""");
        (await _account.Does("ListEndpointConfigs", "{}")).Text.Should().Be("""{"EndpointConfigs":[]}""");
        (await _account.Does("ListEndpoints", "{}")).Text.Should().Be("""{"Endpoints":[]}""");
    }

    [Theory]
    [InlineData("{}", "c A b")]
    [InlineData("""{"SortOrder":"Ascending"}""", "b A c")]
    [InlineData("""{"SortBy":"CreationTime","SortOrder":"Descending"}""", "c A b")]
    [InlineData("""{"SortBy":"Name"}""", "c b A")]
    [InlineData("""{"SortBy":"Name","SortOrder":"Ascending"}""", "A b c")]
    [InlineData("""{"NameContains":"a"}""", "A")]
    [InlineData("""{"NameContains":"x"}""", "")]
    [InlineData("""{"CreationTimeAfter":1893456010}""", "c A")]
    [InlineData("""{"CreationTimeBefore":1893456010}""", "b")]
    [InlineData("""{"CreationTimeAfter":1893456010,"CreationTimeBefore":1893456020}""", "A")]
    [InlineData("""{"MaxResults":2}""", "c A ...")]
    [InlineData("""{"MaxResults":3}""", "c A b")]
    public async Task ListModels_WithEachParameter_SortsFiltersAndPages(string body, string expected)
    {
        foreach (var name in (string[])["b", "A", "c"])
        {
            await _account.HasModel(name);
            await _account.Advances(10);
        }

        Show(await _account.Does("ListModels", body), "Models", "ModelName").Should().Be(expected);
    }

    [Theory]
    [InlineData("""{"SortBy":"Status","SortOrder":"Ascending"}""", "new demo old")]
    [InlineData("""{"StatusEquals":"InService"}""", "old demo")]
    [InlineData("""{"StatusEquals":"Creating"}""", "new")]
    [InlineData("""{"StatusEquals":"Failed"}""", "")]
    [InlineData("""{"LastModifiedTimeAfter":1893456010}""", "new old")]
    [InlineData("""{"LastModifiedTimeBefore":1893456010}""", "demo")]
    [InlineData("""{"NameContains":"E","StatusEquals":"InService"}""", "demo")]
    public async Task ListEndpoints_WithEachParameter_SortsAndFilters(string body, string expected)
    {
        await _account.HasEndpoint();
        await _account.Does("CreateEndpoint", """{"EndpointName":"old","EndpointConfigName":"blue"}""");
        await _account.Advances(60);
        await _account.Does("CreateEndpoint", """{"EndpointName":"new","EndpointConfigName":"blue"}""");

        Show(await _account.Does("ListEndpoints", body), "Endpoints", "EndpointName").Should().Be(expected);
    }

    [Fact]
    public async Task ListEndpoints_OfOne_HasItsSummary()
    {
        await _account.HasEndpoint();

        var answer = await _account.Does("ListEndpoints", "{}");

        answer.Text.Should().Be(
            $$"""{"Endpoints":[{"EndpointName":"demo","EndpointArn":"arn:aws:sagemaker:us-east-1:{{_account.Id}}:endpoint/demo","CreationTime":1.893456E9,"LastModifiedTime":1.893456005E9,"EndpointStatus":"InService"}]}""");
    }

    [Fact]
    public async Task ListEndpointConfigs_ByPages_GivesEachOnce()
    {
        await _account.HasModel();
        foreach (var number in Enumerable.Range(1, 25))
        {
            await _account.HasConfig($"c{number:D2}", 1);
        }

        var (names, token, pages) = (new List<string?>(), (string?)null, 0);
        do
        {
            var answer = await _account.Does("ListEndpointConfigs", token is null ? "{}" : $$"""{"NextToken":"{{token}}"}""");
            names.AddRange(answer.Each("EndpointConfigs", "EndpointConfigName"));
            token = answer.At("NextToken");
            pages++;
        }
        while (token is not null);

        pages.Should().Be(3);
        names.Should().BeInDescendingOrder().And.HaveCount(25).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task NextToken_AfterInsertsAndDeletes_GoesOnWhereItWas()
    {
        foreach (var name in (string[])["a", "b", "c", "d"])
        {
            await _account.HasModel(name);
        }

        const string page = """{"SortBy":"Name","SortOrder":"Ascending","MaxResults":2""";
        var first = await _account.Does("ListModels", page + "}");
        await _account.Does("DeleteModel", """{"ModelName":"b"}""");
        await _account.HasModel("aa");
        await _account.HasModel("bb");
        var second = await _account.Does("ListModels", $$"""{{page}},"NextToken":"{{first.At("NextToken")}}"}""");

        Show(first, "Models", "ModelName").Should().Be("a b ...");
        Show(second, "Models", "ModelName").Should().Be("bb c ...");
    }

    [Theory]
    [InlineData("ListModels", """{"MaxResults":1,"SortBy":"Name","NextToken":"TOKEN"}""")]
    [InlineData("ListModels", """{"MaxResults":1,"SortOrder":"Ascending","NextToken":"TOKEN"}""")]
    [InlineData("ListModels", """{"MaxResults":1,"NameContains":"a","NextToken":"TOKEN"}""")]
    [InlineData("ListModels", """{"MaxResults":1,"CreationTimeAfter":1893456000.5,"NextToken":"TOKEN"}""")]
    [InlineData("ListEndpointConfigs", """{"MaxResults":1,"NextToken":"TOKEN"}""")]
    [InlineData("ListModels", """{"MaxResults":5,"NextToken":"TOKEN"}""")]
    [InlineData("ListModels", """{"NextToken":"TOKEN"}""")]
    [InlineData("ListModels", """{"NextToken":"forged"}""")]
    [InlineData("ListModels", """{"NextToken":"Zm9yZ2Vk"}""")]
    [InlineData("ListModels", """{"NextToken":""}""")]
    public async Task NextToken_ThatDoesNotBelongHere_IsRefused(string operation, string body)
    {
        await _account.HasModel("a");
        await _account.HasModel("b");
        var token = (await _account.Does("ListModels", """{"MaxResults":1}""")).At("NextToken")!;

        var answer = await _account.SageMaker(operation, body.Replace("TOKEN", token, StringComparison.Ordinal));

        (answer.Status, answer.At("__type"), answer.At("message")).Should().Be((400, "ValidationException", "Invalid pagination token"));
    }

    [Fact]
    public async Task NextToken_OfDefaults_GoesOnWhereTheyAreSpeltOut()
    {
        foreach (var number in Enumerable.Range(1, 11))
        {
            await _account.HasModel($"m{number:D2}");
        }

        var token = (await _account.Does("ListModels", "{}")).At("NextToken");
        var answer = await _account.Does(
            "ListModels", $$"""{"MaxResults":10,"SortBy":"CreationTime","SortOrder":"Descending","NextToken":"{{token}}"}""");

        Show(answer, "Models", "ModelName").Should().Be("m01");
    }

    [Fact]
    public async Task NextToken_OfAnotherAccountOrRegion_IsRefused()
    {
        var other = host.NewAccount();
        foreach (var account in (Account[])[_account, other])
        {
            await account.HasModel("a");
            await account.HasModel("b");
        }

        var token = (await _account.Does("ListModels", """{"MaxResults":1}""")).At("NextToken");
        var again = $$"""{"MaxResults":1,"NextToken":"{{token}}"}""";

        (await other.SageMaker("ListModels", again)).At("message").Should().Be("Invalid pagination token");
        (await _account.SageMaker("ListModels", again, "eu-west-1")).At("message").Should().Be("Invalid pagination token");
        (await _account.SageMaker("ListModels", again)).Status.Should().Be(200);
    }

    // Whoever reads the source knows how a token is put together, but not the key.
    [Fact]
    public async Task NextToken_ChangedAndMarkedAnew_IsRefused()
    {
        await _account.HasModel("a");
        await _account.HasModel("b");
        var token = (await _account.Does("ListModels", """{"MaxResults":1}""")).At("NextToken")!;
        var text = Convert.FromBase64String(token)[16..];

        foreach (var mark in (byte[][])[SHA256.HashData(text), HMACSHA256.HashData(new byte[32], text)])
        {
            var forged = Convert.ToBase64String([.. mark[..16], .. text]);
            (await _account.SageMaker("ListModels", $$"""{"MaxResults":1,"NextToken":"{{forged}}"}"""))
                .At("message").Should().Be("Invalid pagination token");
        }
    }

    private static string Show(Answer answer, string list, string name) =>
        string.Join(' ', answer.Each(list, name)) + (answer.At("NextToken") is null ? "" : " ...");
}
