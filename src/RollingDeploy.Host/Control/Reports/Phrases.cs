using System.Globalization;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Host.Control.Reports;

/// <summary>The phrases of reports and plans.</summary>
internal static class Phrases
{
    public static string Of(DeploymentStatus status) => status switch
    {
        DeploymentStatus.InProgress => "in progress",
        DeploymentStatus.RollingBack => "rolling back",
        DeploymentStatus.Succeeded => "succeeded",
        DeploymentStatus.RolledBack => "rolled back",
        DeploymentStatus.RollbackFailed => "rollback failed",
        DeploymentStatus.Failed => "failed",
    };

    public static string Of(DeploymentPolicy policy) => policy switch
    {
        DeploymentPolicy.Default => "no policy (all at once)",
        DeploymentPolicy.AllAtOnce => "all at once",
        DeploymentPolicy.Canary => "canary",
        DeploymentPolicy.Linear => "linear",
        DeploymentPolicy.Rolling => "rolling",
    };

    /// <summary>Returns a duration such as <c>1 h 2 min 3 s</c>.</summary>
    public static string Of(TimeSpan duration)
    {
        string[] parts =
        [
            .. Part((int)duration.TotalHours, "h"), .. Part(duration.Minutes, "min"),
            .. Part(Math.Round(duration.Seconds + (duration.Milliseconds / 1000.0), 1), "s"),
        ];
        return parts.Length == 0 ? "0 s" : string.Join(' ', parts);
    }

    public static string Hours(double hours) => hours.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Dollars(double? dollars) => dollars is { } known ? known.ToString("$0.00", CultureInfo.InvariantCulture) : "unknown";

    public static string Percent(double share) => share.ToString("0 %", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Part(double number, string unit) =>
        number > 0 ? [$"{number.ToString(CultureInfo.InvariantCulture)} {unit}"] : [];
}
