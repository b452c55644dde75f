using RollingDeploy.Core.Containers;

namespace RollingDeploy.Host.Behaviors;

/// <summary>
/// How containers of certain images behave, as the configuration says it: an image pattern, and traits by their names.
/// </summary>
internal static class ConfiguredBehavior
{
    private const string Image = "Image";

    /// <exception cref="FormatException">A sentence that names the setting under <paramref name="path"/>.</exception>
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
            throw new FormatException($"There is no setting {path}:{unknown}; there are {Image}, {string.Join(", ", Trait.All.Select(NameOf))}.");
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

    // ERROR_RATE is ErrorRate.
    private static string NameOf(Trait trait) =>
        string.Concat(trait.Word.Split('_').Select(part => part[0] + part[1..].ToLowerInvariant()));
}
