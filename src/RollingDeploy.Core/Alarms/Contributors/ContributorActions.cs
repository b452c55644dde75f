namespace RollingDeploy.Core.Alarms.Contributors;

/// <summary>
/// Which actions run for an alarm with contributors, and which for each of its contributors (user guide, alarm actions, alarm
/// actions and notifications). For example, topics are notified of both, and policies scale by the alarm only.
/// </summary>
internal static class ContributorActions
{
    private static readonly string[] OfAContributor = ["automate", "lambda", "sns", "ssm"];

    /// <summary>Returns whether an action runs when the state of an alarm changes.</summary>
    public static bool RunsForAlarm(Alarm alarm, string action) =>
        alarm is not MetricAlarm { Reader: ContributorReader } || ServiceOf(action) != "automate";

    /// <summary>Returns whether an action runs when the state of a contributor changes.</summary>
    public static bool RunsForContributor(string action) => OfAContributor.Contains(ServiceOf(action));

    // arn:partition:service:…
    private static string ServiceOf(string action) => action.Split(':', 4) is [_, _, var service, _] ? service : "";
}
