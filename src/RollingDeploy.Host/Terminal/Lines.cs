namespace RollingDeploy.Host.Terminal;

/// <summary>The names of the log events that have their own colour or format.</summary>
internal static class Lines
{
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
