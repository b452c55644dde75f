using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Hosting.Settings;

/// <summary>
/// Checks the log levels: <c>Logging:LogLevel:{category}</c>, and <c>Logging:{provider}:LogLevel:{category}</c> for one log
/// provider.
/// </summary>
internal static class LogLevels
{
    private const string Ours = "RollingDeploy.";
    private const string Types = "RollingDeploy.Host.";

    private static readonly string[] Levels = Enum.GetNames<LogLevel>();

    /// <summary>One sentence for each level that is not valid, and for each misspelt category of RollingDeploy.</summary>
    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        var names = new SettingNames(configuration);
        var logging = configuration.GetSection("Logging");
        return logging.GetChildren().Select(provider => provider.GetSection("LogLevel")).Prepend(logging.GetSection("LogLevel"))
            .SelectMany(section => section.AsEnumerable().Where(each => !string.IsNullOrEmpty(each.Value)))
            .Select(each => ProblemOf(names, each.Key, each.Value!))
            .OfType<string>();
    }

    private static string? ProblemOf(SettingNames names, string key, string level)
    {
        var (section, category) = (key[..(key.LastIndexOf(':') + 1)], key[(key.LastIndexOf(':') + 1)..]);
        return !Levels.Contains(level, StringComparer.OrdinalIgnoreCase)
                ? $"{names.Of(key)} is {level}; it must be {Choice.Of(Levels)}.{Nearest.Hint(level, Levels)}"
            : Misspelt(category) is { } right ? $"{names.Of(key)} is not a log category. Did you mean {names.Like(key, section + right)}?"
            : null;
    }

    // .NET ignores categories that do not exist. Ours are the two of Lines, and the names of the types that log.
    private static string? Misspelt(string category) =>
        category.StartsWith(Ours, StringComparison.OrdinalIgnoreCase)
        && !category.StartsWith(Types, StringComparison.OrdinalIgnoreCase)
        && Nearest.Of(category, [LogCategories.Calls, LogCategories.Deployments]) is { } near
        && !string.Equals(category, near, StringComparison.OrdinalIgnoreCase)
            ? near
            : null;
}
