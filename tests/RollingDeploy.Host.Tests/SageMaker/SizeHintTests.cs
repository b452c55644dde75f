using RollingDeploy.Host.Tests.SageMaker.InferenceComponents;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.SageMaker;

/// <summary>
/// An update that is refused for a size: AWS's text in the answer; what was given and what would be right in log and journal.
/// </summary>
public sealed class SizeHintTests(TestHost host)
{
    private const string Text = "Invalid RollingUpdatePolicy: MaximumBatchSize must be between 5% and 50% of the variant's total instance count.";
    private const string Hint = "MaximumBatchSize is 60 %. 60 % of 6 is 3.6 instances; 5–50 % is 1 to 3 instances.";
    private const string Rolling = """{"RollingUpdatePolicy":{"MaximumBatchSize":{"Type":"CAPACITY_PERCENT","Value":60},"WaitIntervalInSeconds":0}}""";

    private readonly Account _account = host.NewAccount();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Update_WithASizeOutOfRange_IsExplainedInLogAndJournalAlone(bool isPlain)
    {
        await _account.HasEndpoint(blue: 6);
        var name = $"sized-{(isPlain ? "plain" : "signed")}";
        await _account.Does("CreateEndpoint", $$"""{"EndpointName":"{{name}}","EndpointConfigName":"blue"}""");
        await _account.Advances(60);
        var body = $$"""{"EndpointName":"{{name}}","EndpointConfigName":"green","DeploymentConfig":{{Rolling}}}""";

        var refused = isPlain ? await _account.Plain("sagemaker/UpdateEndpoint", body) : await _account.SageMaker("UpdateEndpoint", body);

        (refused.Status, refused.At("message")).Should().Be((400, Text));
        host.Warnings.With($"UpdateEndpoint of {name} ").Should().Equal($"Warning: UpdateEndpoint of {name} was refused. {Hint}");
        (await _account.Ours($"GET endpoints/{name}/journal")).Each("", "sentence").Should().EndWith($"UpdateEndpoint was refused. {Hint}");
    }

    [Fact]
    public async Task Create_WithASizeOutOfRange_IsExplainedInItsJournal()
    {
        await _account.HasModel();
        await _account.HasConfig("blue", 6);

        await _account.SageMaker("CreateEndpoint", $$"""{"EndpointName":"new","EndpointConfigName":"blue","DeploymentConfig":{{Rolling}}}""");

        (await _account.Ours("GET endpoints/new/journal")).Each("", "sentence").Should().Equal($"CreateEndpoint was refused. {Hint}");
    }

    [Fact]
    public async Task UpdateInferenceComponent_WithASizeOutOfRange_IsExplainedInItsEndpointsJournal()
    {
        var stage = await ComponentHost.Open(host);
        await stage.Call("CreateInferenceComponent", $$"""{"InferenceComponentName":"sized","EndpointName":"e","VariantName":"a","Specification":{{ComponentHost.Taking(128)}},"RuntimeConfig":{"CopyCount":6} }""");
        await stage.Advance(60);

        await stage.Refusal("UpdateInferenceComponent", $$"""{"InferenceComponentName":"sized","Specification":{{ComponentHost.Taking(129)}},"DeploymentConfig":{{Rolling}} }""");

        var journal = (await stage.Ours(HttpMethod.Get, "endpoints/e/journal")).AsArray();
        journal[^1]!["sentence"]!.GetValue<string>().Should().Be(
            "UpdateInferenceComponent of sized was refused. MaximumBatchSize is 60 %. 60 % of 6 is 3.6 copies; 5–50 % is 1 to 3 copies.");
        host.Warnings.With("UpdateInferenceComponent of sized ").Should().ContainSingle();
    }
}
