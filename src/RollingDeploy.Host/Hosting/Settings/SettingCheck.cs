namespace RollingDeploy.Host.Hosting.Settings;

/// <summary>Compares the configuration with the table of settings, wherever it comes from.</summary>
internal sealed class SettingCheck(IConfiguration configuration)
{
    private readonly SettingNames _names = new(configuration);

    /// <exception cref="StartUpException">A setting is not there, or cannot have the value that it has.</exception>
    public static void Require(IConfiguration configuration)
    {
        var problems = new SettingCheck(configuration).Problems().Concat(LogLevels.Problems(configuration)).ToList();
        if (problems.Count > 0)
        {
            throw new StartUpException(problems);
        }
    }

    /// <summary>A sentence for each mistake, in order of the names.</summary>
    public IEnumerable<string> Problems()
    {
        var section = configuration.GetSection(RollingDeployOptions.Section);
        var values = section.AsEnumerable(makePathsRelative: true).Where(each => each is { Key.Length: > 0, Value: not null });
        return Misnamed().Concat(values.OrderBy(each => each.Key,
            StringComparer.Ordinal).Select(each => ProblemOf(each.Key, each.Value!)).OfType<string>());
    }

    private string? ProblemOf(string path, string value)
    {
        var parts = path.Split(':');
        if (SettingTable.Find(path) is { } setting)
        {
            // An empty list of appsettings.json is an empty text here.
            return setting.Shape == SettingShape.Value && !setting.Accepts(value) ? Wrong(path, value, $"it must be {setting.Expected}")
                : setting.Shape != SettingShape.Value && value.Length > 0 ? Wrong(path, value, Numbered(setting))
                : null;
        }

        // The members of a group are read, and named in full, by whoever reads the group.
        return Owner(parts) switch
        {
            { Shape: SettingShape.List } list when parts.Length == Depth(list) + 1 => null,
            { Shape: SettingShape.Groups } groups when !int.TryParse(parts[Depth(groups)], out _)
                || parts.Length == Depth(groups) + 1 =>
                Wrong(path, value, Numbered(groups)),
            { Shape: SettingShape.Groups } groups when parts.Length == Depth(groups) + 2 => null,
            _ when SettingTable.FirstBelow(path) is { } first =>
                value.Length == 0 ? null : Wrong(path, value, $"it is a group of settings, such as {_names.Like(Key(path), first.Key)}"),
            { } owner => Unknown(Key(path), owner.Example),
            null => Unknown(Key(path), SettingTable.Meant(Key(path))),
        };
    }

    private string Wrong(string path, string value, string right) => $"{_names.Of(Key(path))} is {Shown(value)}; {right}.";

    private string Numbered(Setting list) => $"its entries are numbered from 0 on, such as {_names.Like(list.Key, list.Example)}";

    private string Unknown(string key, string? near) =>
        $"{_names.Of(key)} is not a setting. " + (near is null
            ? "The README lists those that are."
            : $"Did you mean {_names.Like(key, near)}?");

    // The section's own name may be misspelt, or the double underscore of a variable of the environment may be a single one.
    private IEnumerable<string> Misnamed()
    {
        const string Section = RollingDeployOptions.Section;
        foreach (var child in configuration.GetChildren().Where(child => !Same(child.Key, Section)))
        {
            if (child.GetChildren().Any())
            {
                var first = child.AsEnumerable().FirstOrDefault(each => each.Value is not null).Key ?? child.Key;
                if (Nearest.Of(child.Key, [Section]) is not null)
                {
                    yield return Unknown(first, Section + first[child.Key.Length..]);
                }
            }
            else if (child.Key.StartsWith($"{Section}_", StringComparison.OrdinalIgnoreCase)
                && SettingTable.Find(child.Key[(Section.Length + 1)..].Replace('_', ':')) is { } meant)
            {
                yield return Unknown(child.Key, meant.Key);
            }
        }
    }

    private static Setting? Owner(string[] parts) =>
        Enumerable.Range(1, parts.Length - 1)
            .Select(length => SettingTable.Find(string.Join(':', parts[..length])))
            .FirstOrDefault(found => found is not null);

    private static int Depth(Setting setting) => setting.Path.Count(each => each == ':') + 1;

    private static string Key(string path) => $"{RollingDeployOptions.Section}:{path}";

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    // Two lines hold every sentence, whatever the user wrote.
    private static string Shown(string value) => value.Length switch
    {
        0 => "empty",
        > 80 => $"{value[..80]}…",
        _ => value,
    };
}
