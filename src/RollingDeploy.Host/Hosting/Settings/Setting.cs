using System.Globalization;
using System.Numerics;

namespace RollingDeploy.Host.Hosting.Settings;

/// <summary>What stands under a setting's name.</summary>
internal enum SettingShape
{
    /// <summary>One value.</summary>
    Value,

    /// <summary>Values that are numbered from 0 on.</summary>
    List,

    /// <summary>Groups of values that are numbered from 0 on.</summary>
    Groups,
}

/// <summary>One setting of the section <c>RollingDeploy</c>.</summary>
/// <param name="Path">Its name below the section, such as <c>Clock:Mode</c>.</param>
/// <param name="Expected">What a value must be: the end of a sentence.</param>
/// <param name="Accepts">Whether a text is such a value.</param>
internal sealed record Setting(string Path, string Expected, Func<string, bool> Accepts)
{
    public SettingShape Shape { get; private init; }

    /// <summary>Its whole name, such as <c>RollingDeploy:Clock:Mode</c>.</summary>
    public string Key => $"{RollingDeployOptions.Section}:{Path}";

    /// <summary>A name that a value can be given to.</summary>
    public string Example => Shape switch
    {
        SettingShape.Value => Key,
        SettingShape.List => $"{Key}:0",
        SettingShape.Groups => $"{Key}:0:Image",
    };

    /// <summary>One of these words, in capitals or not.</summary>
    public static Setting Word(string path, params string[] words) =>
        new(path, $"{string.Join(", ", words[..^1])} or {words[^1]}", text => words.Contains(text, StringComparer.OrdinalIgnoreCase));

    public static Setting Flag(string path) => new(path, "true or false", text => bool.TryParse(text, out _));

    public static Setting Number(string path, string expected) =>
        new(path, expected, text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _));

    public static Setting Whole<T>(string path, string expected)
        where T : IBinaryInteger<T> =>
        new(path, expected, text => T.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _));

    public static Setting Text(string path) => new(path, "a text", _ => true);

    public static Setting List(string path) => Text(path) with { Shape = SettingShape.List };

    public static Setting Groups(string path) => Text(path) with { Shape = SettingShape.Groups };
}
