using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Tests.Support;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.Tests.Traffic;

/// <summary>What a request may name, by what the endpoint serves.</summary>
public sealed class InvocationRulesTests
{
    private static readonly Invoke Call = new(TestWorld.RegionName, "e") { RequestId = "r" };

    private static readonly ModelContents Direct = new()
    {
        Direct = [new("first", "image:1", new ModelBehavior { ErrorRate = 1 }), new("second", null, null)],
    };

    [Fact]
    public void Invoke_AModelOfMany_HasToBeNamed()
    {
        var world = Serving(new() { IsMultiModel = true });

        Refusal(world, Call).Should().Be("Request r is missing a target model header.");
        world.Apply(Call with { TargetModel = "a.tar.gz" }).Status.Should().Be(200);
    }

    [Fact]
    public void Invoke_AContainerByItsName_AnswersAlone()
    {
        var world = Serving(Direct);

        var first = world.Apply(Call with { TargetContainer = "first" });
        var second = world.Apply(Call with { TargetContainer = "second" });

        (first.Container, first.Status).Should().Be(("first", 500));
        (second.Container, second.Status).Should().Be(("second", 200));
        Samples(world, "Invocation5XXErrors", "first").Should().Be((1, 1));
        Samples(world, "Invocation5XXErrors", "second").Should().Be((0, 1));
        Samples(world, "ContainerLatency", "second").Count.Should().Be(1);
    }

    [Theory]
    [InlineData(null, "Endpoint e is configured for direct invocation: the request is missing a target container hostname header.")]
    [InlineData("third", "Container third was not found for endpoint e.")]
    public void Invoke_WhereContainersAreNamed_NeedsOneThatIsThere(string? container, string text) =>
        Refusal(Serving(Direct), Call with { TargetContainer = container }).Should().Be(text);

    [Fact]
    public void Invoke_WhereContainersAnswerTogether_TakesNoName() =>
        Refusal(Serving(ModelContents.Plain), Call with { TargetContainer = "first" }).Should().Be(
            "Endpoint e is not configured for direct invocation and does not support target container hostname header.");

    [Fact]
    public void Invoke_ForExplanations_NeedsAnExplainer()
    {
        var world = Serving(ModelContents.Plain);

        Refusal(world, Call with { WantsExplanations = true }).Should().Be(
            "Endpoint e has no ExplainerConfig and does not support enable explanations header.");
    }

    [Fact]
    public void Invoke_ThatIsRefused_DoesNotMoveTheDice()
    {
        var (refused, quiet) = (Serving(ModelContents.Plain), Serving(ModelContents.Plain));

        Refusal(refused, Call with { TargetModel = "a" });
        Refusal(refused, Call with { TargetVariant = "none" });

        refused.Apply(Call).Should().Be(quiet.Apply(Call));
    }

    [Fact]
    public void Invoke_InASession_StaysWithItsFleetWhileTrafficLetsIt()
    {
        var world = new TestWorld().Config("v1", 4).Config("v2", 4).Create("v1");
        world.Update("v2", Configs.Linear("25%", wait: 60)).Until("bakeStarted");
        string Of(int session) => world.Apply(Call with { SessionId = $"s{session}" }).Config;

        var first = Enumerable.Range(0, 400).Select(Of).ToList();
        var again = Enumerable.Range(0, 400).Select(Of).ToList();
        world.Until("bakeStarted", times: 2);
        var later = Enumerable.Range(0, 400).Select(Of).ToList();

        again.Should().Equal(first);

        // A quarter of 400 and then a half, give or take four standard deviations of 9 and 10.
        first.Count(config => config == "v2").Should().BeInRange(64, 136);
        later.Count(config => config == "v2").Should().BeInRange(160, 240);
        first.Zip(later).Should().NotContain(("v2", "v1"), "nobody goes back to the fleet that loses traffic");
    }

    private static TestWorld Serving(ModelContents contents)
    {
        var world = new TestWorld();
        world.Apply(new CreateModel(TestWorld.RegionName, "made", ["image"], "{}") { Contents = contents });
        return world.ConfigOn("ml.m5.large", "v1", model: "made").Create("v1");
    }

    private static string Refusal(TestWorld world, Invoke call)
    {
        var invoke = () => world.Apply(call);
        var fault = invoke.Should().Throw<AwsError>().Which;
        fault.Shape.Should().Be("ValidationError");
        return fault.Message;
    }

    private static (double Sum, double Count) Samples(TestWorld world, string metric, string? container = null)
    {
        Dimension[] dimensions = [new("EndpointName", "e"), new("VariantName", "a"), .. container is null ? [] : new Dimension[] { new("ContainerName", container) }];
        var id = new MetricId("AWS/SageMaker", metric, dimensions);
        var summary =
            world.Region.Metrics.Sum(id, null, new Periods(world.World.Settings.Start, 3600, 1), world.World.Now).Summary;
        return (summary.Sum, summary.SampleCount);
    }
}
