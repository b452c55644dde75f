using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;
using static RollingDeploy.Core.Tests.Support.Lines;

namespace RollingDeploy.Core.Tests.Deployments.Plans;

public sealed class LinearPlanTests
{
    public static TheoryData<string, int, string> Goldens => new()
    {
        { "1", 1, "launch 1 | shift 1 | bake 300s | retire 1" },
        { "1", 2, "launch 2 | shift 1 | bake 60s | shift 1 | bake 300s | retire 2" },
        { "1", 3, "launch 3 | shift 1 | bake 60s | shift 1 | bake 60s | shift 1 | bake 300s | retire 3" },
        { "2", 5, "launch 5 | shift 2 | bake 60s | shift 2 | bake 60s | shift 1 | bake 300s | retire 5" },
        { "3", 10, $"launch 10 | {Repeat(3, "shift 3 | bake 60s")} | shift 1 | bake 300s | retire 10" },
        { "30", 100, $"launch 100 | {Repeat(3, "shift 30 | bake 60s")} | shift 10 | bake 300s | retire 100" },
        { "20%", 1, "launch 1 | shift 1 | bake 300s | retire 1" },
        { "20%", 2, "launch 2 | shift 1 | bake 60s | shift 1 | bake 300s | retire 2" },
        { "20%", 3, $"launch 3 | {Repeat(2, "shift 1 | bake 60s")} | shift 1 | bake 300s | retire 3" },
        { "20%", 5, $"launch 5 | {Repeat(4, "shift 1 | bake 60s")} | shift 1 | bake 300s | retire 5" },
        { "20%", 10, $"launch 10 | {Repeat(4, "shift 2 | bake 60s")} | shift 2 | bake 300s | retire 10" },
        { "20%", 100, $"launch 100 | {Repeat(4, "shift 20 | bake 60s")} | shift 20 | bake 300s | retire 100" },
        { "33%", 3, $"launch 3 | {Repeat(2, "shift 1 | bake 60s")} | shift 1 | bake 300s | retire 3" },
        { "33%", 10, $"launch 10 | {Repeat(3, "shift 3 | bake 60s")} | shift 1 | bake 300s | retire 10" },
        { "33%", 100, $"launch 100 | {Repeat(3, "shift 33 | bake 60s")} | shift 1 | bake 300s | retire 100" },
        { "50%", 3, $"launch 3 | {Repeat(2, "shift 1 | bake 60s")} | shift 1 | bake 300s | retire 3" },
        { "50%", 5, $"launch 5 | {Repeat(2, "shift 2 | bake 60s")} | shift 1 | bake 300s | retire 5" },
    };

    [Theory]
    [MemberData(nameof(Goldens))]
    public void Build_StepSize_MovesEqualStepsAndThenWhatIsLeft(string step, int size, string expected)
    {
        var line = Of(Configs.Linear(step, wait: 60, termination: 300), size);

        line.Should().Be(expected);
    }

    [Theory]
    [InlineData(2, 5, "launch 5 | shift 2 | bake 60s | shift 2 | bake 60s | shift 1 | bake 300s | retire 2")]
    [InlineData(5, 2, "launch 2 | shift 1 | bake 60s | shift 1 | bake 300s | retire 5")]
    public void Build_OtherSize_CutsTheStepsFromTheNewSize(int old, int next, string expected)
    {
        var line = Of(Configs.Linear("50%", wait: 60, termination: 300), (old, next));

        line.Should().Be(expected);
    }

    [Fact]
    public void Build_VariantsWithDifferentNumbersOfSteps_OneWaitsForTheOther()
    {
        var line = Of(Configs.Linear("50%", wait: 60, termination: 300), (2, 2), (5, 5));

        line.Should().Be("launch 2+5 | shift 1+2 | bake 60s | shift 1+2 | bake 60s | shift 0+1 | bake 300s | retire 2+5");
    }

    [Fact]
    public void Build_BakeAfterLastStep_BakesTwiceAtTheEnd()
    {
        var config = Configs.Linear("1", wait: 60, termination: 300);

        var line = PlanFactory.Make(config, Sizes((2, 2)), bakeAfterLastStep: true).ToString();

        line.Should().Be("launch 2 | shift 1 | bake 60s | shift 1 | bake 60s | bake 300s | retire 2");
    }
}
