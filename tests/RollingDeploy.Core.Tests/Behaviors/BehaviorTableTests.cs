using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Tests.Behaviors;

public sealed class BehaviorTableTests
{
    private static readonly VariantSpec Spec = new("config", "a", "model", "ml.m5.large", ["registry/score:bad"])
    {
        Behavior = new() { ErrorRate = 0.1, LatencyMedianMs = 50, LatencyP99Ms = 60 },
    };

    [Fact]
    public void Of_NothingSaid_HasDefaultsForWhatIsNeeded()
    {
        var behavior = new BehaviorTable([]).Of(Spec with { Behavior = null });

        behavior.Should().Be(ModelBehavior.Default);
    }

    [Fact]
    public void Of_AllThreeSaySomething_TheLastWinsMemberByMember()
    {
        var table = new BehaviorTable(
        [
            new("*:good", new() { ErrorRate = 0 }),
            new("*:bad", new() { ErrorRate = 0.2, ClientErrorRate = 0.3 }),
        ]);
        table.Set("Model", new() { ErrorRate = 0.4 });

        var behavior = table.Of(Spec);

        (behavior.LatencyMedianMs, behavior.ClientErrorRate, behavior.ErrorRate).Should().Be((50, 0.3, 0.4));
    }

    [Fact]
    public void With_AnotherMedian_ForgetsThe99thPercentileOfTheFirst()
    {
        var behavior = Spec.Behavior!.With(new() { LatencyMedianMs = 100 });

        behavior.LatencyP99Ms.Should().BeNull("60 ms would be below the median");
    }

    [Fact]
    public void Of_AP99BelowTheMedianThatAnotherSays_IsTheMedian()
    {
        var table = new BehaviorTable([]);
        table.Set("model", new() { LatencyP99Ms = 30 });

        var behavior = table.Of(Spec);

        (behavior.LatencyMedianMs, behavior.LatencyP99Ms).Should().Be((50, 50));
    }

    [Fact]
    public void With_AnotherContentType_KeepsTheText()
    {
        var said = new ModelBehavior { Response = new(ResponseKind.Fixed, "text/plain", "7") };

        said.With(new() { Response = new(null, "text/csv", null) }).Response.Should().Be(new ModelResponse(ResponseKind.Fixed, "text/csv", "7"));
        said.With(new() { Response = new(ResponseKind.Echo, null, null) }).Response.Should()
            .Be(new ModelResponse(ResponseKind.Echo, "text/plain", null));
    }

    [Fact]
    public void Set_Null_TakesBackWhatWasSaid()
    {
        var table = new BehaviorTable([]);
        table.Set("model", new() { ErrorRate = 1 });
        table.Set("model", null);

        table.Of(Spec).ErrorRate.Should().Be(0.1);
    }
}
