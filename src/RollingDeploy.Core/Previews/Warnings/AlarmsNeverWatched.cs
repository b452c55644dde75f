namespace RollingDeploy.Core.Previews.Warnings;

/// <summary>Alarms are given, but no step waits, so nobody looks at them.</summary>
internal static class AlarmsNeverWatched
{
    public static IEnumerable<PreviewWarning> Find(WarningSubject subject)
    {
        if (subject.Alarms.Any() && !subject.Bakes.Any() && subject.Config?.Policy == subject.Update.Policy)
        {
            yield return new(
                "alarmsNeverWatched",
                "DeploymentConfig.AutoRollbackConfiguration.Alarms",
                "Alarms are watched during waits after traffic shifts, and this deployment has none. It does not roll back because of "
                + "an alarm.",
                "Set WaitIntervalInSeconds, or TerminationWaitInSeconds of BlueGreenUpdatePolicy, to at least two periods of the alarms.");
        }
    }
}
