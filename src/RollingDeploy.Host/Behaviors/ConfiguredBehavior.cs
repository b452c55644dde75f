using RollingDeploy.Core.Containers;

namespace RollingDeploy.Host.Behaviors;

/// <summary>Reads the behavior of containers from the configuration: an image pattern, and traits by name.</summary>
internal static class ConfiguredBehavior
{
    private const string Image = "Image";

    /// <summary>Reads one entry of the setting <c>Behaviors</c>.</summary>
    /// <exception cref="FormatException">
    /// A setting is not valid. The message names the setting below <paramref name="path"/>.
    /// </exception>
    public static ImageBehavior Read(IReadOnlyDictionary<string, string> entry, string path, ForwardTargets targets)
    {
        var settings = new Dictionary<string, string>(entry, StringComparer.OrdinalIgnoreCase);
        if (!settings.Remove(Image, out var image) || image.Length == 0)
        {
            throw new FormatException($"{path}:{Image} is missing; it must be a pattern such as *:bad, in which * stands for any text.");
        }

        var words = Trait.All.ToDictionary(NameOf, trait => trait.Word, StringComparer.OrdinalIgnoreCase);
        if (settings.Keys.FirstOrDefault(name => !words.ContainsKey(name)) is { } unknown)
        {
            var known = string.Join(", ", Trait.All.Select(NameOf));
            throw new FormatException($"{path}:{unknown} is not a setting. The settings are {Image}, {known}.");
        }

        try
        {
            var said = settings.ToDictionary(each => words[each.Key], each => each.Value, StringComparer.Ordinal);
            return new(image, BehaviorReader.Read(said, targets) ?? new ModelBehavior());
        }
        catch (BehaviorException odd)
        {
            throw new FormatException(odd.Sentence($"{path}:{NameOf(Trait.All.First(trait => trait.Word == odd.Word))}"));
        }
    }

    // ERROR_RATE becomes ErrorRate.
    private static string NameOf(Trait trait) =>
        string.Concat(trait.Word.Split('_').Select(part => part[0] + part[1..].ToLowerInvariant()));
}
