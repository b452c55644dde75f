namespace RollingDeploy.Core.Previews.Warnings;

/// <summary>An alarm needs more time than a wait of the deployment gives it.</summary>
internal static class PeriodLongerThanBake
{
    public static IEnumerable<PreviewWarning> Find(WarningSubject subject)
    {
        var bakes = subject.Bakes.ToList();
        if (bakes.Count == 0)
        {
            yield break;
        }

        var shortest = bakes.Min();
        foreach (var alarm in subject.Alarms)
        {
            if (alarm.Configuration is { } configuration
                && TimeSpan.FromSeconds((double)configuration.PeriodInSeconds * configuration.DatapointsToAlarm) is var needed
                && needed > shortest)
            {
                yield return new(
                    "periodLongerThanBake",
                    WarningRules.FieldOf(alarm, "Period"),
                    FormattableString.Invariant(
                        $"The alarm needs {configuration.DatapointsToAlarm} periods of {configuration.PeriodInSeconds} s, and the shortest wait is {shortest.TotalSeconds:0} s. The deployment goes on before the alarm can see the new fleet."),
                    FormattableString.Invariant(
                        $"Wait at least {needed.TotalSeconds + configuration.PeriodInSeconds:0} s, or use a shorter period."));
            }
        }
    }
}
