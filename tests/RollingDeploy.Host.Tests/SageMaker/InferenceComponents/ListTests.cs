using Microsoft.AspNetCore.Mvc.Testing;

namespace RollingDeploy.Host.Tests.SageMaker.InferenceComponents;

/// <summary>ListInferenceComponents: its order, its filters and its pages.</summary>
public sealed class ListTests(WebApplicationFactory<Program> host) : IClassFixture<WebApplicationFactory<Program>>
{
    [Theory]
    [InlineData("{}", "b-2,a-1,a-0")]
    [InlineData("""{"SortOrder":"Ascending"}""", "a-0,a-1,b-2")]
    [InlineData("""{"SortBy":"Name","SortOrder":"Descending"}""", "b-2,a-1,a-0")]
    [InlineData("""{"NameContains":"A-"}""", "a-1,a-0")]
    [InlineData("""{"StatusEquals":"Failed"}""", "b-2")]
    [InlineData("""{"StatusEquals":"InService","SortBy":"Name","SortOrder":"Ascending"}""", "a-0,a-1")]
    [InlineData("""{"EndpointNameEquals":"E"}""", "b-2,a-1,a-0")]
    [InlineData("""{"EndpointNameEquals":"other"}""", "")]
    [InlineData("""{"VariantNameEquals":"a"}""", "b-2,a-1,a-0")]
    [InlineData("""{"VariantNameEquals":"b"}""", "")]
    [InlineData("""{"CreationTimeBefore":0}""", "")]
    [InlineData("""{"LastModifiedTimeAfter":32503680000}""", "")]
    public async Task List_Filters_AllHold(string filters, string expected)
    {
        var stage = await Three();

        var page = await stage.Call("ListInferenceComponents", filters);

        Names(page!).Should().Be(expected);
    }

    [Fact]
    public async Task List_Pages_MeetWithoutGapOrOverlap()
    {
        var stage = await Three();

        var first = await stage.Call("ListInferenceComponents", """{"MaxResults":2,"EndpointNameEquals":"e"}""");
        var token = first!["NextToken"]!.ToJsonString();
        var second = await stage.Call("ListInferenceComponents", $$"""{"MaxResults":2,"EndpointNameEquals":"e","NextToken":{{token}}}""");

        $"{Names(first)},{Names(second!)}".Should().Be("b-2,a-1,a-0");
        second!.AsObject().Should().NotContainKey("NextToken");
        (await stage.Refusal("ListInferenceComponents", $$"""{"MaxResults":2,"EndpointNameEquals":"x","NextToken":{{token}}}"""))
            .Should().Be("Invalid pagination token");
    }

    private static string Names(System.Text.Json.Nodes.JsonNode page) => string.Join(
        ',', page["InferenceComponents"]!.AsArray().Select(row => row!["InferenceComponentName"]!.GetValue<string>()));

    private async Task<ComponentHost> Three()
    {
        var stage = await ComponentHost.Open(host);
        await stage.Component("a-0", copies: 1);
        await stage.Component("a-1", copies: 1);
        return await stage.Component("b-2", specification: """{"ModelName":"m1","ComputeResourceRequirements":{"MinMemoryRequiredInMb":9000}}""");
    }
}
