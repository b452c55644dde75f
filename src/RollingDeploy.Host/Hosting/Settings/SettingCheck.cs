using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Hosting.Settings;

/// <summary>Checks all configuration sources for unknown settings and for values that are not valid.</summary>
internal sealed class SettingCheck(IConfiguration configuration)
{
    private readonly SettingNames _names = new(configuration);

    /// <summary>Checks the configuration of the host.</summary>
    /// <exception cref="StartUpException">A setting is unknown, or its value is not valid.</exception>
    public static void Require(IConfiguration configuration)
    {
        var problems = new SettingCheck(configuration).Problems().Concat(LogLevels.Problems(configuration)).ToList();
        if (problems.Count > 0)
        {
            throw new StartUpException(problems);
        }
    }

    /// <summary>One sentence for each mistake, ordered by the name of the setting.</summary>
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
            // An empty list in appsettings.json has an empty text as its value.
            return setting.Shape == SettingShape.Value && !setting.Accepts(value)
                    ? Wrong(path, value, $"it must be {setting.Expected}") + Nearest.Hint(value, setting.Words)
                : setting.Shape != SettingShape.Value && value.Length > 0 ? Wrong(path, value, Numbered(setting))
                : null;
        }

        // Settings inside a group are checked by the code that reads the group.
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

    private string Numbered(Setting list) => $"its entries are numbered from 0, such as {_names.Like(list.Key, list.Example)}";

    private string Unknown(string key, string? near) =>
        $"{_names.Of(key)} is not a setting. " + (near is null
            ? "The README lists all settings."
            : $"Did you mean {_names.Like(key, near)}?");

    private IEnumerable<string> Misnamed() => configuration.GetChildren()
        .Where(child => !Same(child.Key, RollingDeployOptions.Section))
        .SelectMany(child => child.GetChildren().Any() ? MisnamedIn(child) : Misnamed(child.Key));

    // The section RollingDeploy may be missing, or its name may be misspelt.
    private IEnumerable<string> MisnamedIn(IConfigurationSection section)
    {
        var keys = section.AsEnumerable().Where(each => each.Value is not null).Select(each => each.Key)
            .Order(StringComparer.Ordinal).ToList();
        var ours = keys.Where(IsSetting).ToList();
        return ours.Count > 0 ? ours.Select(key => Unknown(key, Key(key)))
            : keys.Count > 0 && Nearest.Of(section.Key, [RollingDeployOptions.Section]) is { } right
                ? [Unknown(keys[0], right + keys[0][section.Key.Length..])]
                : [];
    }

    // An environment variable may have single underscores instead of double ones.
    private IEnumerable<string> Misnamed(string variable)
    {
        const string Start = $"{RollingDeployOptions.Section}_";
        return variable.StartsWith(Start, StringComparison.OrdinalIgnoreCase)
            && SettingTable.Find(variable[Start.Length..].Replace('_', ':')) is { } meant
                ? [Unknown(variable, meant.Key)]
                : [];
    }

    private static bool IsSetting(string path) =>
        SettingTable.Find(path) is { Shape: SettingShape.Value } || Owner(path.Split(':')) is { Shape: not SettingShape.Value };

    private static Setting? Owner(string[] parts) =>
        Enumerable.Range(1, parts.Length - 1)
            .Select(length => SettingTable.Find(string.Join(':', parts[..length])))
            .FirstOrDefault(found => found is not null);

    private static int Depth(Setting setting) => setting.Path.Count(each => each == ':') + 1;

    private static string Key(string path) => $"{RollingDeployOptions.Section}:{path}";

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    // Long values are cut, so that the sentence stays short.
    private static string Shown(string value) => value.Length switch
    {
        0 => "empty",
        > 80 => $"{value[..80]}…",
        _ => value,
    };
}
