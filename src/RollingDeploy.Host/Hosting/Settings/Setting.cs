using System.Globalization;
using System.Numerics;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Hosting.Settings;

/// <summary>What a setting holds.</summary>
internal enum SettingShape
{
    /// <summary>One value.</summary>
    Value,

    /// <summary>A list of values, numbered from 0.</summary>
    List,

    /// <summary>A list of groups of values, numbered from 0.</summary>
    Groups,
}

/// <summary>A setting of the section <c>RollingDeploy</c>.</summary>
/// <param name="Path">The name without the section, such as <c>Clock:Mode</c>.</param>
/// <param name="Expected">What a value must be. It ends the sentence "it must be …".</param>
/// <param name="Accepts">Returns whether a text is a valid value.</param>
internal sealed record Setting(string Path, string Expected, Func<string, bool> Accepts)
{
    public SettingShape Shape { get; private init; }

    /// <summary>The first setting of a group; empty for other settings.</summary>
    private string First { get; init; } = "";

    /// <summary>The full name, such as <c>RollingDeploy:Clock:Mode</c>.</summary>
    public string Key => $"{RollingDeployOptions.Section}:{Path}";

    /// <summary>A full name that can have a value, such as <c>RollingDeploy:ForwardHosts:0</c> for a list.</summary>
    public string Example => Shape switch
    {
        SettingShape.Value => Key,
        SettingShape.List => $"{Key}:0",
        SettingShape.Groups => $"{Key}:0:{First}",
    };

    /// <summary>The values that a word can have; empty for other settings.</summary>
    public IReadOnlyList<string> Words { get; private init; } = [];

    /// <summary>A setting that must have one of these words as its value. Case is ignored.</summary>
    public static Setting Word(string path, params string[] words) =>
        new(path, Choice.Of(words), text => words.Contains(text, StringComparer.OrdinalIgnoreCase)) { Words = words };

    public static Setting Flag(string path) => new(path, "true or false", text => bool.TryParse(text, out _));

    public static Setting Number(string path, string expected) =>
        new(path, expected, text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _));

    public static Setting Whole<T>(string path, string expected)
        where T : IBinaryInteger<T> =>
        new(path, expected, text => T.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _));

    public static Setting Text(string path) => new(path, "a text", _ => true);

    public static Setting List(string path) => Text(path) with { Shape = SettingShape.List };

    /// <summary>A list of groups.</summary>
    /// <param name="path">The name.</param>
    /// <param name="first">The first setting of a group.</param>
    public static Setting Groups(string path, string first) =>
        Text(path) with { Shape = SettingShape.Groups, First = first };
}
