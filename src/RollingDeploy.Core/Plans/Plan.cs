using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>What a step does.</summary>
public enum StepKind
{
    /// <summary>Instances are ordered and come into service.</summary>
    Launch,

    /// <summary>Traffic moves.</summary>
    Shift,

    /// <summary>Time passes while alarms are watched.</summary>
    Bake,

    /// <summary>Instances drain and go.</summary>
    Retire,
}

/// <summary>One variant as a step wants it. These are absolute, so deciding again changes nothing.</summary>
/// <param name="Old">Instances of the old fleet.</param>
/// <param name="New">Instances of the new fleet.</param>
/// <param name="Active">Instances of the new fleet that take traffic: its share is this over the fleet's full size.</param>
public readonly record struct Target(int Old, int New, int Active);

/// <summary>One step of a plan.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Targets">How the fleets stand after it, a target for each variant.</param>
/// <param name="Duration">How long a bake lasts; zero for the others, which end when the fleets stand as wanted.</param>
public sealed record Step(StepKind Kind, ImmutableArray<Target> Targets, TimeSpan Duration = default);

/// <summary>A deployment's steps, and how the fleets stood before them.</summary>
/// <param name="Start">A target for each variant: the fleets as they were.</param>
/// <param name="Steps">In order.</param>
public sealed record Plan(ImmutableArray<Target> Start, ImmutableArray<Step> Steps)
{
    /// <summary>The steps as differences, such as <c>launch 2 | shift 2 | bake 300s | retire 2</c>.</summary>
    public override string ToString() => string.Join(" | ", Enumerable.Range(0, Steps.Length).Select(Describe));

    /// <summary>One step as a difference: variants with a <c>+</c> between them, what goes back with its side named.</summary>
    public string Describe(int index)
    {
        var step = Steps[index];
        var before = index == 0 ? Start : Steps[index - 1].Targets;
        return step.Kind switch
        {
            StepKind.Bake => $"bake {step.Duration.TotalSeconds:0.###}s",
            StepKind.Shift => $"shift {Differences(before, step.Targets, target => target.Active)}",
            StepKind.Launch when Moves(before, step.Targets, target => target.Old) =>
                $"launch {Differences(before, step.Targets, target => target.Old)} old",
            StepKind.Launch => $"launch {Differences(before, step.Targets, target => target.New)}",
            StepKind.Retire when Moves(before, step.Targets, target => target.New) =>
                $"retire {Differences(step.Targets, before, target => target.New)} new",
            StepKind.Retire => $"retire {Differences(step.Targets, before, target => target.Old)}",
        };
    }

    private static bool Moves(ImmutableArray<Target> before, ImmutableArray<Target> after, Func<Target, int> side) =>
        !before.Select(side).SequenceEqual(after.Select(side));

    private static string Differences(ImmutableArray<Target> from, ImmutableArray<Target> to, Func<Target, int> side) =>
        string.Join('+', from.Zip(to, (before, after) => side(after) - side(before)));
}
