using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>The types of steps.</summary>
public enum StepKind
{
    /// <summary>Launches instances and waits until they are in service.</summary>
    Launch,

    /// <summary>Shifts traffic.</summary>
    Shift,

    /// <summary>Waits while alarms are monitored.</summary>
    Bake,

    /// <summary>Drains and terminates instances.</summary>
    Retire,
}

/// <summary>
/// The state of a variant after a step. The numbers are absolute, so a step can be repeated without a further effect.
/// </summary>
/// <param name="Old">The number of old instances.</param>
/// <param name="New">The number of new instances.</param>
/// <param name="Active">
/// The number of new instances that get traffic. The traffic share of the new fleet is this number divided by its full size.
/// </param>
public readonly record struct Target(int Old, int New, int Active);

/// <summary>A step of a plan.</summary>
/// <param name="Kind">The type.</param>
/// <param name="Targets">The state of the fleets after the step, with a target for each variant.</param>
/// <param name="Duration">
/// The duration of a bake; zero for other steps, which end when the fleets have reached the targets.
/// </param>
public sealed record Step(StepKind Kind, ImmutableArray<Target> Targets, TimeSpan Duration = default);

/// <summary>The steps of a deployment, and the state of the fleets before them.</summary>
/// <param name="Start">The state of the fleets at the start, with a target for each variant.</param>
/// <param name="Steps">The steps in order.</param>
public sealed record Plan(ImmutableArray<Target> Start, ImmutableArray<Step> Steps)
{
    /// <summary>Returns the steps as differences, such as <c>launch 2 | shift 2 | bake 300s | retire 2</c>.</summary>
    public override string ToString() => string.Join(" | ", Enumerable.Range(0, Steps.Length).Select(Describe));

    /// <summary>Returns a step as a difference. Variants are separated by <c>+</c>. Steps of a rollback name the side.</summary>
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
