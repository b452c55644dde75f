using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;
using static RollingDeploy.Core.Tests.Support.Lines;

namespace RollingDeploy.Core.Tests.Deployments.Plans;

public sealed class RollingPlanTests
{
    private const string One = "launch 1 | shift 1 | bake 300s | retire 1";
    private const string Two = "launch 2 | shift 2 | bake 300s | retire 2";

    public static TheoryData<string, int, string> Goldens => new()
    {
        { "1", 1, One },
        { "1", 2, $"{One} | {One}" },
        { "1", 3, $"{One} | {One} | {One}" },
        { "2", 5, $"{Two} | {Two} | {One}" },
        { "3", 10, $"{Repeat(3, "launch 3 | shift 3 | bake 300s | retire 3")} | {One}" },
        {
            "30", 100,
            $"{Repeat(3, "launch 30 | shift 30 | bake 300s | retire 30")} | launch 10 | shift 10 | bake 300s | retire 10"
        },
        { "50%", 1, One },
        { "50%", 2, $"{One} | {One}" },
        { "50%", 3, $"{One} | {One} | {One}" },
        { "50%", 5, $"{Two} | {Two} | {One}" },
        { "50%", 10, Repeat(2, "launch 5 | shift 5 | bake 300s | retire 5") },
        { "50%", 100, Repeat(2, "launch 50 | shift 50 | bake 300s | retire 50") },
        { "33%", 10, $"{Repeat(3, "launch 3 | shift 3 | bake 300s | retire 3")} | {One}" },
        { "5%", 2, $"{One} | {One}" },
        { "5%", 100, Repeat(20, "launch 5 | shift 5 | bake 300s | retire 5") },
    };

    public static TheoryData<int, int, string, string> OtherSizes => new()
    {
        { 3, 6, "2", Repeat(3, "launch 2 | shift 2 | bake 300s | retire 1") },
        { 6, 3, "1", Repeat(3, "launch 1 | shift 1 | bake 300s | retire 2") },
        { 5, 3, "1", $"{One} | {Repeat(2, "launch 1 | shift 1 | bake 300s | retire 2")}" },
        { 2, 5, "2", "launch 2 | shift 2 | bake 300s | launch 2 | shift 2 | bake 300s | retire 1 | " + One },
        { 10, 1, "1", "launch 1 | shift 1 | bake 300s | retire 10" },
        { 1, 3, "1", $"{Repeat(2, "launch 1 | shift 1 | bake 300s")} | {One}" },
        { 1, 100, "50%", "launch 50 | shift 50 | bake 300s | launch 50 | shift 50 | bake 300s | retire 1" },
    };

    [Fact]
    public void Build_FiveByTwo_GoesBatchByBatch()
    {
        var line = Of(Configs.Rolling("2", wait: 300), 5);

        line.Should().Be(
            "launch 2 | shift 2 | bake 300s | retire 2 | "
            + "launch 2 | shift 2 | bake 300s | retire 2 | "
            + "launch 1 | shift 1 | bake 300s | retire 1");
    }

    [Theory]
    [MemberData(nameof(Goldens))]
    public void Build_BatchSize_CutsTheFleetIntoBatches(string batch, int size, string expected)
    {
        var line = Of(Configs.Rolling(batch, wait: 300), size);

        line.Should().Be(expected);
    }

    [Theory]
    [MemberData(nameof(OtherSizes))]
    public void Build_OtherSize_ShrinksTheOldFleetInProportion(int old, int next, string batch, string expected)
    {
        var line = Of(Configs.Rolling(batch, wait: 300), (old, next));

        line.Should().Be(expected);
    }

    [Theory]
    [InlineData(1, 1, "launch 2+0 | shift 2+0 | bake 300s | retire 2+0 | launch 2+1 | shift 2+1 | bake 300s | retire 2+1")]
    [InlineData(2, 2, "launch 2+1 | shift 2+1 | bake 300s | retire 2+1 | launch 2+1 | shift 2+1 | bake 300s | retire 2+1")]
    [InlineData(0, 2, "launch 2+1 | shift 2+1 | bake 300s | retire 2+0 | launch 2+1 | shift 2+1 | bake 300s | retire 2+0")]
    [InlineData(2, 0, "launch 2+0 | shift 2+0 | bake 300s | retire 2+2 | launch 2+0 | shift 2+0 | bake 300s | retire 2+0")]
    public void Build_WithAShadow_MovesItInProportion(int old, int next, string expected)
    {
        var line = Of(Configs.Rolling("2", wait: 300), (4, 4), (old, next));

        line.Should().Be(expected);
    }

    [Theory]
    [InlineData(3, 6, 2, 2)]
    [InlineData(5, 5, 0, 5)]
    [InlineData(5, 5, 5, 0)]
    [InlineData(7, 3, 1, 5)]
    [InlineData(4, 0, 0, 0)]
    public void OldBeside_SomeAreNew_KeepsTheirComplement(int old, int next, int active, int expected)
    {
        var beside = RollingPlan.OldBeside(new VariantSize(old, next), active);

        beside.Should().Be(expected);
    }
}
