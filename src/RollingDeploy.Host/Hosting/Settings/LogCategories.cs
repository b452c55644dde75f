namespace RollingDeploy.Host.Hosting.Settings;

/// <summary>The log categories that settings can name.</summary>
internal static class LogCategories
{
    /// <summary>The category with a line for each AWS call. Its setting is <c>Logging:LogLevel:RollingDeploy.Calls</c>.</summary>
    public const string Calls = "RollingDeploy.Calls";

    /// <summary>
    /// The category with a line for each deployment event. Its setting is <c>Logging:LogLevel:RollingDeploy.Deployments</c>.
    /// </summary>
    public const string Deployments = "RollingDeploy.Deployments";
}
