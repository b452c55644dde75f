using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;
using static RollingDeploy.Core.Tests.Support.Lines;

namespace RollingDeploy.Core.Tests.Deployments.Plans;

public sealed class RollbackPlanTests
{
    private const string One = "launch 1 old | shift -1 | retire 1 new";
    private const string Two = "launch 2 old | shift -2 | retire 2 new";

    // How it stands (old, new, active), the full sizes (old, new), the batch, and the way back.
    public static TheoryData<Target, VariantSize, int, string> Batched => new()
    {
        // The first batch bakes: every old instance is still there.
        { new(5, 2, 2), new(5, 5), 2, "shift -2 | retire 2 new" },

        // The second batch is being launched, the second bakes, the third is being launched, the last bakes.
        { new(3, 3, 2), new(5, 5), 2, $"retire 1 new | {Two}" },
        { new(3, 4, 4), new(5, 5), 2, $"shift -2 | retire 2 new | {Two}" },
        { new(1, 5, 4), new(5, 5), 2, $"retire 1 new | {Two} | {Two}" },
        { new(1, 5, 5), new(5, 5), 2, $"shift -1 | retire 1 new | {Two} | {Two}" },
        { new(3, 4, 4), new(5, 5), 1, $"shift -2 | retire 2 new | {One} | {One}" },
        { new(1, 1, 1), new(1, 1), 1, "shift -1 | retire 1 new" },
        { new(1, 2, 2), new(2, 2), 1, $"shift -1 | retire 1 new | {One}" },
        { new(1, 3, 3), new(3, 3), 2, $"shift -1 | retire 1 new | {Two}" },
        { new(4, 9, 9), new(10, 10), 3, $"shift -3 | retire 3 new | {Repeat(2, "launch 3 old | shift -3 | retire 3 new")}" },
        {
            new(5, 100, 100), new(100, 100), 25,
            $"shift -5 | retire 5 new | {Repeat(3, "launch 25 old | shift -25 | retire 25 new")} | "
            + "launch 20 old | shift -20 | retire 20 new"
        },

        // To a smaller fleet (5 to 3) and to a larger one (3 to 6), each in the bake of its second batch.
        { new(4, 2, 2), new(5, 3), 1, $"shift -1 | retire 1 new | {One}" },
        { new(2, 4, 4), new(3, 6), 1, "shift -2 | retire 2 new | launch 1 old | shift -2 | retire 2 new" },
    };

    [Fact]
    public void AtOnce_BlueGreen_MissesNothing()
    {
        var plan = RollbackPlan.AtOnce([new Target(5, 5, 2)], Sizes((5, 5)));

        plan.ToString().Should().Be("shift -2 | retire 5 new");
    }

    [Theory]
    [InlineData(5, 2, 2, "shift -2 | retire 2 new")]
    [InlineData(3, 4, 4, "launch 2 old | shift -4 | retire 4 new")]
    [InlineData(3, 3, 2, "launch 2 old | shift -2 | retire 3 new")]
    [InlineData(1, 5, 5, "launch 4 old | shift -5 | retire 5 new")]
    [InlineData(5, 1, 0, "retire 1 new")]
    [InlineData(5, 0, 0, "")]
    public void AtOnce_RollingFiveByTwo_BringsTheMissingBackFirst(int old, int next, int active, string expected)
    {
        var plan = RollbackPlan.AtOnce([new Target(old, next, active)], Sizes((5, 5)));

        plan.ToString().Should().Be(expected);
    }

    [Fact]
    public void AtOnce_TwoVariants_GoBackTogether()
    {
        var plan = RollbackPlan.AtOnce([new Target(2, 2, 1), new Target(3, 3, 1)], Sizes((2, 2), (3, 3)));

        plan.ToString().Should().Be("shift -1+-1 | retire 2+3 new");
    }

    [Theory]
    [MemberData(nameof(Batched))]
    public void InBatches_FromWhereItStands_FirstGoesWhatTheOldFleetCarriesAlready(
        Target standing, VariantSize full, int batch, string expected)
    {
        var plan = RollbackPlan.InBatches([standing], [full], batch);

        plan.ToString().Should().Be(expected);
    }

    [Fact]
    public void InBatches_WithAShadow_BringsItBackInProportion()
    {
        var plan = RollbackPlan.InBatches([new(1, 4, 4), new(0, 2, 2)], Sizes((4, 4), (2, 2)), 1);

        plan.ToString().Should().Be(
            "shift -1+0 | retire 1+0 new | launch 1+1 old | shift -1+-1 | retire 1+1 new | launch 1+0 old | shift -1+0 | "
            + "retire 1+0 new | launch 1+1 old | shift -1+-1 | retire 1+1 new");
    }

    [Theory]
    [InlineData(null, 10, null)]
    [InlineData("100%", 10, null)]
    [InlineData("10", 10, null)]
    [InlineData("30%", 10, 3)]
    [InlineData("2", 10, 2)]
    [InlineData("5%", 3, 1)]
    [InlineData("50%", 1, null)]
    public void RollbackBatch_OfTheOldFleet_IsNoneWhereItIsAllOfIt(string? size, int old, int? expected)
    {
        var config = Configs.Rolling("1", wait: 0, rollback: size);

        var batch = PlanFactory.RollbackBatch(config, Sizes((old, 10)));

        batch.Should().Be(expected);
    }
}
