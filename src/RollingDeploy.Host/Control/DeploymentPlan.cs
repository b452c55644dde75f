using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Previews;

namespace RollingDeploy.Host.Control;

/// <summary>What a policy would do. Seconds are virtual and begin with the deployment.</summary>
internal record PolicyPlan
{
    public required DeploymentPolicy Policy { get; init; }

    /// <summary>The settings of the policy, in a comparison.</summary>
    public string? Settings { get; init; }

    /// <summary>Why AWS would refuse or ignore it. Then the other members are absent.</summary>
    public string? Refusal { get; init; }

    /// <summary>The steps on one line.</summary>
    public string? Plan { get; init; }

    public IReadOnlyList<PlannedStep>? Steps { get; init; }

    /// <summary>How it ends, if no alarm trips.</summary>
    public DeploymentStatus? Status { get; init; }

    /// <summary>Why it fails although no alarm trips.</summary>
    public string? FailureReason { get; init; }

    /// <summary>The duration if nothing goes wrong and every launch is as fast as it can be.</summary>
    public double? ShortestSeconds { get; init; }

    /// <summary>The duration if every launch is as slow as it can be, and an alarm trips at the last moment.</summary>
    public double? LongestSeconds { get; init; }

    public double? TimeoutSeconds { get; init; }

    /// <summary>The most instances at any time.</summary>
    public int? PeakInstances { get; init; }

    /// <summary>The fewest instances in service at any time.</summary>
    public int? MinimumInService { get; init; }

    /// <summary>The time of all instances together, in the shortest run.</summary>
    public double? InstanceHours { get; init; }

    /// <summary>How much of it is more than without the update.</summary>
    public double? AdditionalInstanceHours { get; init; }

    /// <summary>What the instance hours cost. It is absent if the price of an instance type is not known.</summary>
    public double? Dollars { get; init; }

    public double? AdditionalDollars { get; init; }

    public static PolicyPlan Of(ComparedPolicy compared) => compared.Preview is { } preview
        ? Of(preview)
        : new() { Policy = compared.Policy, Refusal = compared.Refusal };

    public static PolicyPlan Of(PolicyPreview preview) => new()
    {
        Policy = preview.Policy,
        Settings = preview.Settings,
        Plan = preview.Plan,
        Steps = [.. preview.Steps.Select(PlannedStep.Of)],
        Status = preview.Status,
        FailureReason = preview.FailureReason,
        ShortestSeconds = preview.Shortest.TotalSeconds,
        LongestSeconds = preview.Longest.TotalSeconds,
        TimeoutSeconds = preview.Limit.TotalSeconds,
        PeakInstances = preview.Peak,
        MinimumInService = preview.Minimum,
        InstanceHours = Rounded(preview.InstanceTime.TotalHours),
        AdditionalInstanceHours = Rounded(preview.AdditionalInstanceTime.TotalHours),
        Dollars = Rounded(preview.Dollars),
        AdditionalDollars = Rounded(preview.AdditionalDollars),
    };

    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, 4) : null;
}

/// <summary>A step of a plan.</summary>
internal sealed record PlannedStep(
    string Step, StepKind Kind, double StartsAtSeconds, double DurationSeconds, int OldInstances, int NewInstances,
    double NewTrafficShare)
{
    public static PlannedStep Of(PreviewStep step) => new(
        step.Step, step.Kind, step.StartsAt.TotalSeconds, step.Duration.TotalSeconds, step.Old, step.New, step.NewTrafficShare);
}

/// <summary>What an update would do, beside the other policies.</summary>
/// <param name="Update">The update as it was requested.</param>
/// <param name="Others">The other policies with usual settings.</param>
/// <param name="Warnings">What is probably not intended.</param>
/// <param name="PricesAsOf">The date of the prices, which are those of us-east-1.</param>
internal sealed record DeploymentPlan(
    PolicyPlan Update, IReadOnlyList<PolicyPlan> Others, IReadOnlyList<PreviewWarning> Warnings, DateOnly PricesAsOf)
{
    public static DeploymentPlan Of(DeploymentPreview preview) => new(
        PolicyPlan.Of(preview.Update), [.. preview.Others.Select(PolicyPlan.Of)], preview.Warnings, InstancePrices.AsOf);
}
