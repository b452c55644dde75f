namespace RollingDeploy.Core.Previews.Warnings;

/// <summary>The maximum execution timeout is reached even if nothing goes wrong.</summary>
internal static class TimeoutTooShort
{
    public static IEnumerable<PreviewWarning> Find(WarningSubject subject)
    {
        if (subject.Update.TimesOut)
        {
            yield return new(
                "timeoutTooShort",
                $"{subject.PolicyMember}.MaximumExecutionTimeoutInSeconds",
                FormattableString.Invariant(
                    $"The timeout is {subject.Update.Limit.TotalSeconds:0} s, and the deployment does not end within it. It rolls back even if nothing goes wrong."),
                "Set a longer timeout, at most 28800 s, or use larger batches or shorter waits.");
        }
    }
}
