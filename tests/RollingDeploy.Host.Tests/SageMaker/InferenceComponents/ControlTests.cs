using Microsoft.AspNetCore.Mvc.Testing;

namespace RollingDeploy.Host.Tests.SageMaker.InferenceComponents;

/// <summary>What our own routes tell of components, and tags.</summary>
public sealed class ControlTests(WebApplicationFactory<Program> host) : IClassFixture<WebApplicationFactory<Program>>
{
    [Fact]
    public async Task Deployments_OfAComponent_AreReadable()
    {
        var stage = await (await ComponentHost.Open(host)).Component();
        await stage.Call("UpdateInferenceComponentRuntimeConfig", """{"InferenceComponentName":"c","DesiredRuntimeConfig":{"CopyCount":5}}""");
        await stage.Advance(60);

        var all = await stage.Ours(HttpMethod.Get, "inference-components/C/deployments");
        var newest = await stage.Ours(HttpMethod.Get, $"inference-components/c/deployments/{all[0]!["id"]!.GetValue<string>()}");

        all.AsArray().Select(each => each!["trigger"]!.GetValue<string>())
            .Should().Equal("updateInferenceComponentRuntimeConfig", "createInferenceComponent");
        newest["plan"]!.GetValue<string>().Should().Be("launch 3 old");
        newest["status"]!.GetValue<string>().Should().Be("succeeded");
        newest["journal"]!.AsArray().Should().HaveCount(4);
    }

    [Theory]
    [InlineData("inference-components/none/deployments")]
    [InlineData("inference-components/c/deployments/none")]
    public async Task Deployments_NotThere_Is404(string path)
    {
        var stage = await (await ComponentHost.Open(host)).Component();

        var answer = await stage.Send(HttpMethod.Get, $"/_rollingdeploy/{path}", null);

        answer.Status.Should().Be(404);
    }

    [Theory]
    [InlineData("""{"until":{"inferenceComponent":"none","status":"InService"}}""", 404)]
    [InlineData("""{"until":{"status":"InService"}}""", 400)]
    [InlineData("""{"until":{"endpoint":"e","inferenceComponent":"c","status":"InService"}}""", 400)]
    public async Task Advance_UntilOfNothingOrTwoThings_IsRefused(string body, int status)
    {
        var stage = await (await ComponentHost.Open(host)).Component();

        var answer = await stage.Send(HttpMethod.Post, "/_rollingdeploy/clock/advance", body);

        answer.Status.Should().Be(status, answer.Text);
    }

    [Fact]
    public async Task Advance_UntilAStatusThatIsNotReached_StopsAtTheStableOne()
    {
        var stage = await (await ComponentHost.Open(host)).Component();
        await stage.Ours(HttpMethod.Post, "faults", """{"kind":"insufficientCapacity","inferenceComponent":"c"}""");
        await stage.Call("UpdateInferenceComponentRuntimeConfig", """{"InferenceComponentName":"c","DesiredRuntimeConfig":{"CopyCount":5}}""");

        var result = await stage.Ours(HttpMethod.Post, "clock/advance", """{"until":{"inferenceComponent":"c","status":"Failed"}}""");

        result["reached"]!.GetValue<bool>().Should().BeFalse();
        (await stage.Describe())["FailureReason"]!.GetValue<string>().Should().Contain("InsufficientInstanceCapacity");
    }

    [Fact]
    public async Task Tags_AtCreationAndLater_AreThere()
    {
        var stage = await ComponentHost.Open(host);
        var created = await stage.Call("CreateInferenceComponent", $$$"""
            {"InferenceComponentName":"c","EndpointName":"e","VariantName":"a","Tags":[{"Key":"team","Value":"ml"}],
             "Specification":{"ModelName":"m1","ComputeResourceRequirements":{{{ComponentHost.Needs}}}}}
            """);
        var arn = created!["InferenceComponentArn"]!.ToJsonString();

        await stage.Call("AddTags", $$"""{"ResourceArn":{{arn}},"Tags":[{"Key":"stage","Value":"test"}]}""");

        var tags = await stage.Call("ListTags", $$"""{"ResourceArn":{{arn}}}""");
        tags!["Tags"]!.AsArray().Select(tag => tag!["Key"]!.GetValue<string>()).Should().Equal("team", "stage");
    }

    [Fact]
    public async Task DeleteEndpoint_WithAComponent_IsRefused()
    {
        var stage = await (await ComponentHost.Open(host)).Component();

        var message = await stage.Refusal("DeleteEndpoint", """{"EndpointName":"e"}""");

        message.Should().Be(
            "Cannot delete endpoint with inference component associated. Please delete inference component and try it again.");
    }
}
