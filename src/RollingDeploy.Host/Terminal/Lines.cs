namespace RollingDeploy.Host.Terminal;

/// <summary>The lines that tell what happened: their categories, which settings name, and their events.</summary>
internal static class Lines
{
    /// <summary>A line for each AWS call: <c>Logging:LogLevel:RollingDeploy.Calls</c>.</summary>
    public const string Calls = "RollingDeploy.Calls";

    /// <summary>A line for each event of a deployment: <c>Logging:LogLevel:RollingDeploy.Deployments</c>.</summary>
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
