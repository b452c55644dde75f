namespace RollingDeploy.Host.Terminal;

/// <summary>The log categories that settings can name, and the names of their events.</summary>
internal static class Lines
{
    /// <summary>The category with a line for each AWS call. Its setting is <c>Logging:LogLevel:RollingDeploy.Calls</c>.</summary>
    public const string Calls = "RollingDeploy.Calls";

    /// <summary>
    /// The category with a line for each deployment event. Its setting is <c>Logging:LogLevel:RollingDeploy.Deployments</c>.
    /// </summary>
    public const string Deployments = "RollingDeploy.Deployments";

    public const string Answered = nameof(Answered);

    public const string Refused = nameof(Refused);

    public const string Journalled = nameof(Journalled);

    public static string? Colour(EventId id) => id.Name switch
    {
        Refused => Paint.Yellow,
        Journalled => Paint.Cyan,
        _ => null,
    };
}
