using FsCheck;
using FsCheck.Fluent;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Properties;

/// <summary>An alarm goes to ALARM so many milliseconds after the update, stays there for a while, or is deleted.</summary>
internal sealed record Trip(int AfterMilliseconds, int ForMilliseconds, bool Delete);

/// <summary>
/// A fault that is asked for so many milliseconds after the update, 0 before it, and that narrows to a side or to none.
/// </summary>
internal sealed record Mishap(int AfterMilliseconds, FaultKind Kind, FleetSide? Side, int? AtInstance, int? Times);

/// <summary>The real server that answers for the model is well or not, so many milliseconds after the update.</summary>
internal sealed record Flap(int AfterMilliseconds, bool IsWell);

/// <summary>One update: how, to what sizes, and what goes wrong meanwhile. Without flaps a model answers for itself.</summary>
internal sealed record Update(string Policy, DeploymentConfig? Config, string Sizes, Trip? Trip, Mishap[] Mishaps, Flap[] Flaps)
{
    public override string ToString() =>
        $"{Policy} to {Sizes} ({Config}), {Trip}, {string.Join(", ", Mishaps.Select(mishap => mishap.ToString()))}, {string.Join(", ", Flaps.Select(flap => flap.ToString()))}";
}

/// <summary>A world's seed and timings, the sizes that it begins with, such as <c>4</c> or <c>2+3</c>, and its updates.</summary>
internal sealed record Case(ulong Seed, FleetTimings Timings, string Sizes, Update First, Update Second)
{
    public static Arbitrary<Case> Any { get; } = (
        from seed in Gen.Choose(0, int.MaxValue)
        from timings in Timing
        from variants in Gen.Frequency((4, Gen.Constant(1)), (1, Gen.Constant(2)))
        from sizes in SizesOf(variants)
        from first in UpdateOf(variants)
        from second in UpdateOf(variants)
        select new Case((ulong)seed, timings, sizes, first, second)).ToArbitrary();

    public static int[] Parse(string sizes) => [.. sizes.Split('+').Select(size => Configs.Size(size).Value)];

    private static Gen<FleetTimings> Timing =>
        from launch in Gen.Elements(0, 0, 5, 45, 200)
        from jitter in Gen.Elements(0, 0, 1, 30, 120)
        from activation in Gen.Elements(0, 1, 12)
        from termination in Gen.Elements(0, 1, 25)
        from ping in Gen.Elements(0, 60, 1800)
        select new FleetTimings
        {
            Launch = TimeSpan.FromSeconds(launch),
            LaunchJitter = TimeSpan.FromSeconds(jitter),
            Activation = TimeSpan.FromSeconds(activation),
            Termination = TimeSpan.FromSeconds(termination),
            PingTimeout = TimeSpan.FromSeconds(ping),
        };

    private static Gen<string> SizesOf(int variants) =>
        Gen.Choose(1, 9).ArrayOf(variants).Select(sizes => string.Join('+', sizes));

    private static Gen<Update> UpdateOf(int variants) =>
        from sizes in SizesOf(variants)
        from policy in Gen.Elements(variants == 1 ? [.. BlueGreen, "rolling", "rolling", "rolling"] : BlueGreen)
        from config in ConfigOf(policy, Parse(sizes).Min())
        from trip in Maybe(TripAny)
        from number in Gen.Choose(0, 3)
        from mishaps in MishapAny.ArrayOf(number)
        from flapping in Gen.Elements(0, 0, 0, 1, 3)
        from flaps in FlapAny.ArrayOf(flapping)
        select new Update(policy, config?.Watching("bad"), sizes, trip, mishaps, flaps);

    private static readonly string[] BlueGreen = ["default", "allAtOnce", "canary", "linear"];

    private static Gen<DeploymentConfig?> ConfigOf(string policy, int least) =>
        from size in Gen.OneOf(
            Gen.Choose(1, Math.Max(1, least / 2)).Select(count => $"{count}"),
            Gen.Elements("10%", "20%", "33%", "50%"))
        from wait in Gen.Elements(0, 1, 10, 25, 60)
        from termination in Gen.Elements(0, 7, 30)
        from timeout in Gen.Elements<int?>(null, null, 5, 40, 120)
        from rollback in Gen.Elements(null, "1", "2", "30%", "100%")
        select policy switch
        {
            "default" => null,
            "allAtOnce" => Configs.AllAtOnce(termination, timeout),
            "canary" => Configs.Canary(size, wait, termination, timeout),
            "linear" => Configs.Linear(size, wait, termination, timeout),
            _ => Configs.Rolling(size, wait, rollback, timeout),
        };

    private static Gen<Trip> TripAny =>
        from after in Gen.OneOf(Gen.Choose(0, 300_000), Gen.Choose(0, 300).Select(seconds => seconds * 1000))
        from lasting in Gen.Elements(1, 1_000, 15_000, 600_000)
        from delete in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Trip(after, lasting, delete);

    private static Gen<Mishap> MishapAny =>
        from after in Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Choose(0, 300_000)))
        from kind in Gen.Elements(
            FaultKind.InsufficientCapacity, FaultKind.InsufficientCapacity, FaultKind.PingFailure, FaultKind.SlowLaunch,
            FaultKind.InstanceCrash, FaultKind.InstanceCrash, FaultKind.AlarmPermissionDenied)
        from side in Gen.Elements<FleetSide?>(FleetSide.Old, FleetSide.Old, FleetSide.New, null)
        from at in Gen.Elements<int?>(null, null, 1, 2, 3, 5)
        from times in Gen.Elements<int?>(null, 1, 2, 7)
        let launches = kind != FaultKind.AlarmPermissionDenied
        select new Mishap(after, kind, launches ? side : null, launches ? at : null, times);

    private static Gen<Flap> FlapAny =>
        from after in Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Choose(0, 300_000)))
        from isWell in Gen.Elements(false, false, true)
        select new Flap(after, isWell);

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.OneOf(Gen.Constant<T?>(null), gen.Select(value => (T?)value));
}
