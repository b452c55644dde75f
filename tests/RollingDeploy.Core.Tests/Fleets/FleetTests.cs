using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Tests.Fleets;

/// <summary>
/// Two fleets that serve as one after a failed rollback, and what comes of them when the repair rolls back too.
/// </summary>
public sealed class FleetTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void TakeStranded_SomethingIsLeft_GivesItBackWithItsVariants()
    {
        var (ours, theirs) = (Of("v1", "a"), Of("v2", "b", "i-1"));
        ours.Absorb(theirs);
        Variants(ours).Should().Equal("a", "b");

        var stranded = ours.TakeStranded();

        stranded.Should().BeSameAs(theirs);
        theirs.Total.Should().Be(1);
        Variants(ours).Should().Equal("a");
    }

    [Fact]
    public void TakeStranded_NothingIsLeft_ForgetsTheVariantsThatOnlyTheOtherHad()
    {
        var ours = Of("v1", "a");
        ours.Absorb(Of("v2", "b"));

        var stranded = ours.TakeStranded();

        stranded.Should().BeNull();
        Variants(ours).Should().Equal("a");
    }

    [Fact]
    public void TakeStranded_NothingWasAbsorbed_IsNone()
    {
        var ours = Of("v1", "a", "i-1");

        ours.TakeStranded().Should().BeNull();

        ours.Total.Should().Be(1);
    }

    private static Fleet Of(string config, string variant, params string[] instances)
    {
        var spec = new VariantSpec(config, variant, "m", "ml.m5.large", []);
        var one = new VariantFleet(spec, instances.Length, 1);
        foreach (var id in instances)
        {
            one.Add(new Instance(id, spec, Now));
        }

        return new Fleet(config, "{}", Now, [one]);
    }

    private static IEnumerable<string> Variants(Fleet fleet) => fleet.Variants.Select(variant => variant.Spec.VariantName);
}
