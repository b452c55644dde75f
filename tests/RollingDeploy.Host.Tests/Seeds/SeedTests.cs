using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Seeds;

public sealed class SeedTests : IDisposable
{
    private const string Standard = "000000000000";

    private readonly SeedStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task Start_WithCalls_HasMadeThemInTheOrderOfTheFiles()
    {
        _stage.Calls("3.json", SeedStage.Endpoint).Calls("1.json", SeedStage.Model).Calls("2.json", SeedStage.Config);
        await using var host = _stage.Host();

        var endpoint = await new Account(host, Standard).SageMaker("DescribeEndpoint", """{"EndpointName":"demo"}""");

        endpoint.At("EndpointStatus").Should().Be("InService");
        host.Worlds.Begun.Select(each => each.Account).Should().Equal(Standard);
    }

    [Fact]
    public async Task Start_WithYaml_IsTheSame()
    {
        _stage.Write("a.yaml", $"""
            - service: sagemaker
              operation: CreateModel
              account: "111122223333"
              region: eu-west-1
              input:
                ModelName: m
                PrimaryContainer: {"{"}Image: "i:1", Environment: {"{"}VERSION: "1"{"}"}{"}"}
                ExecutionRoleArn: {SeedStage.Role}
            """);
        await using var host = _stage.Host();

        var model = await new Account(host, "111122223333").SageMaker("DescribeModel", """{"ModelName":"m"}""", "eu-west-1");

        model.At("PrimaryContainer.Environment.VERSION").Should().Be("1");
        host.Worlds.Begun.Select(each => each.Account).Should().Equal("111122223333");
    }

    [Fact]
    public async Task Start_WithRoutesOfOurs_HasCalledThem()
    {
        _stage.Calls(
            "a.json",
            """{"route":"PUT /_rollingdeploy/models/m/behavior","body":{"errorRate":0.25},"account":"111122223333"}""",
            """{"route":"POST /_rollingdeploy/faults","body":{"kind":"throttling","operation":"DescribeModel"}}""",
            """{"route":"PUT /_rollingdeploy/quotas/ml.m5.large","body":{"limit":4}}""",
            """{"route":"PUT /_rollingdeploy/clock","body":{"mode":"frozen"}}""");
        await using var host = _stage.Host();
        var (other, standard) = (new Account(host, "111122223333"), new Account(host, Standard));

        (await other.Ours("GET models/m/behavior")).At("said.errorRate").Should().Be("0.25");
        (await standard.Ours("GET faults")).Text.Should().Contain("throttling");
        (await standard.Ours("GET quotas/ml.m5.large")).At("limit").Should().Be("4");
        (await standard.Ours("GET clock")).At("mode").Should().Be("frozen");
    }

    [Fact]
    public async Task Reset_OfASeededAccount_AppliesItsSeedsAgain()
    {
        _stage.Calls("a.json", SeedStage.Model, """{"route":"PUT /_rollingdeploy/models/m/behavior","body":{"errorRate":0.25}}""");
        await using var host = _stage.Host();
        var account = new Account(host, Standard);
        await account.SageMaker("DeleteModel", """{"ModelName":"m"}""");
        await account.SageMaker("CreateModel", $$$"""{"ModelName":"other","PrimaryContainer":{"Image":"i:1"},"ExecutionRoleArn":"{{{SeedStage.Role}}}"}""");

        var reset = await account.Ours("POST reset");

        reset.Status.Should().Be(204);
        (await account.SageMaker("ListModels", "{}")).Text.Should().Contain("\"m\"").And.NotContain("other");
        (await account.Ours("GET models/m/behavior")).At("said.errorRate").Should().Be("0.25");
    }

    [Fact]
    public async Task Reset_OfASeededAccount_KeepsTheOthers()
    {
        _stage.Calls("a.json", SeedStage.Model, SeedStage.Model.Replace("\"service\"", "\"account\":\"111122223333\",\"service\"", StringComparison.Ordinal));
        await using var host = _stage.Host();
        var other = new Account(host, "111122223333");
        await other.SageMaker("DeleteModel", """{"ModelName":"m"}""");

        await new Account(host, Standard).Ours("POST reset");

        (await other.SageMaker("ListModels", "{}")).Text.Should().Be("""{"Models":[]}""");
    }

    [Fact]
    public async Task Reset_AfterAMistakeInAFile_LeavesTheWorldAsItWas()
    {
        _stage.Calls("a.json", SeedStage.Model);
        await using var host = _stage.Host();
        var account = new Account(host, Standard);
        await account.SageMaker("CreateModel", $$$"""{"ModelName":"other","PrimaryContainer":{"Image":"i:1"},"ExecutionRoleArn":"{{{SeedStage.Role}}}"}""");
        var world = account.World;
        _stage.Calls("a.json", SeedStage.Model, SeedStage.Model);

        var reset = await account.Ours("POST reset");

        reset.Status.Should().Be(409);
        reset.At("detail").Should().StartWith($"{_stage.Folder}/a.json:3: CreateModel was refused: ValidationException: Cannot create already existing model");
        account.World.Should().BeSameAs(world);
        (await account.SageMaker("ListModels", "{}")).Text.Should().Contain("other");
        _stage.Calls("a.json", SeedStage.Model);
        (await account.Ours("POST reset")).Status.Should().Be(204);
    }

    [Fact]
    public async Task Reset_WhileCallsArrive_ShowsThemOnlyTheWholeWorld()
    {
        var models = Enumerable.Range(0, 300).Select(number => SeedStage.Model.Replace("\"m\"", $"\"m{number:D3}\"", StringComparison.Ordinal));
        _stage.Calls("a.json", [.. models]);
        await using var host = _stage.Host();
        var account = new Account(host, Standard);

        var reset = account.Ours("POST reset");
        var seen = new List<string?>();
        do
        {
            seen.Add((await account.SageMaker("DescribeModel", """{"ModelName":"m299"}""")).At("ModelName"));
        }
        while (!reset.IsCompleted);

        (await reset).Status.Should().Be(204);
        seen.Should().OnlyContain(name => name == "m299");
    }

    [Fact]
    public async Task Start_ThenReset_HasTheSameIdsAsThoseOfTheStart()
    {
        _stage.Calls("a.json", SeedStage.Model, SeedStage.Config, SeedStage.Endpoint);
        await using var host = _stage.Host();
        var account = new Account(host, Standard);
        var first = (await account.Ours("GET endpoints/demo/deployments")).Text;

        await account.Ours("POST reset");

        (await account.Ours("GET endpoints/demo/deployments")).Text.Should().Be(first);
    }
}
