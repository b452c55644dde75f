using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Previews.Warnings;

/// <summary>What is checked.</summary>
/// <param name="Scene">The endpoint and the update.</param>
/// <param name="Update">What the update would do.</param>
/// <param name="Facts">The facts of the real world; null if the fleet does not exist yet.</param>
internal sealed record WarningSubject(PreviewScene Scene, PolicyPreview Update, WarningFacts? Facts)
{
    /// <summary>The deployment configuration of the request; null for none.</summary>
    public DeploymentConfig? Config => Scene.Given;

    /// <summary>The alarms that are watched.</summary>
    public IEnumerable<WatchedAlarm> Alarms => Facts?.Alarms ?? [];

    /// <summary>The durations of the bakes.</summary>
    public IEnumerable<TimeSpan> Bakes =>
        Update.Steps.Where(step => step is { Kind: StepKind.Bake, Duration.Ticks: > 0 }).Select(step => step.Duration);

    /// <summary>AWS's name of the policy in the request.</summary>
    public string PolicyMember =>
        Config?.Rolling is null ? "DeploymentConfig.BlueGreenUpdatePolicy" : "DeploymentConfig.RollingUpdatePolicy";
}

/// <summary>All rules. Each finds one kind of mistake, and may find it several times.</summary>
internal static class WarningRules
{
    private static readonly Func<WarningSubject, IEnumerable<PreviewWarning>>[] All =
    [
        TimeoutTooShort.Find,
        LaunchFails.Find,
        ExclusionFallsBack.Find,
        PercentOfFewInstances.Find,
        AlarmsNeverWatched.Find,
        PeriodLongerThanBake.Find,
        AlarmOfOldFleet.Find,
        ThresholdOutOfReach.Find,
        AlarmAlreadyInAlarm.Find,
        MissingDataDecides.Find,
        CapacityTooSmall.Find,
        AutoScalingInterferes.Find,
    ];

    /// <summary>Returns the warnings, in the order of the rules.</summary>
    public static IEnumerable<PreviewWarning> Check(WarningSubject subject) => All.SelectMany(find => find(subject));

    /// <summary>Returns the member of an alarm in messages.</summary>
    public static string FieldOf(WatchedAlarm alarm, string member) => $"alarm {alarm.Name}: {member}";
}
