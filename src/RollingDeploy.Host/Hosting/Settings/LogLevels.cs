namespace RollingDeploy.Host.Hosting.Settings;

/// <summary>
/// The levels that decide which lines are printed: <c>Logging:LogLevel:{category}</c>, and the same for one printer.
/// </summary>
internal static class LogLevels
{
    /// <summary>A sentence for each that is none.</summary>
    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        var names = new SettingNames(configuration);
        var logging = configuration.GetSection("Logging");
        var levels = logging.GetChildren().Select(printer => printer.GetSection("LogLevel")).Prepend(logging.GetSection("LogLevel"));
        return levels
            .SelectMany(section => section.AsEnumerable().Where(each => !string.IsNullOrEmpty(each.Value) && !Is(each.Value)))
            .Select(each => $"{names.Of(each.Key)} is {each.Value}; it must be {Names()}.");
    }

    private static bool Is(string text) => Enum.GetNames<LogLevel>().Contains(text, StringComparer.OrdinalIgnoreCase);

    private static string Names()
    {
        var names = Enum.GetNames<LogLevel>();
        return $"{string.Join(", ", names[..^1])} or {names[^1]}";
    }
}
