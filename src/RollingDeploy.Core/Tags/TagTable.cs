using System.Collections.Immutable;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Tags;

/// <summary>A tag of a resource.</summary>
public readonly record struct Tag(string Key, string Value);

/// <summary>The tags of a region's resources, by ARN. They are in the order in which their keys were first added.</summary>
public sealed class TagTable
{
    /// <summary>AWS's maximum number of tags of a resource.</summary>
    public const int Most = 50;

    private readonly Dictionary<string, ImmutableArray<Tag>> _byArn = new(StringComparer.Ordinal);
    private readonly Region _region;

    internal TagTable(Region region) => _region = region;

    /// <summary>Returns the tags of a resource.</summary>
    public ImmutableArray<Tag> Of(string arn) => _byArn.GetValueOrDefault(arn, []);

    /// <summary>Returns the number of tags that a resource would have with <paramref name="tags"/> added or replaced.</summary>
    internal int CountWith(string arn, ImmutableArray<Tag> tags) =>
        Of(arn).Concat(tags).Select(tag => tag.Key).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Returns the tags that a resource would have with <paramref name="tags"/> added or replaced.</summary>
    /// <exception cref="AwsError">A key is reserved, or there would be too many tags.</exception>
    internal ImmutableArray<Tag> With(string arn, ImmutableArray<Tag> tags)
    {
        if (tags.Any(tag => tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)))
        {
            throw TagErrors.ReservedTag();
        }

        var all = Of(arn);
        foreach (var tag in tags)
        {
            var index = all.Select(each => each.Key).ToList().IndexOf(tag.Key);
            all = index < 0 ? all.Add(tag) : all.SetItem(index, tag);
        }

        return all.Length <= Most ? all : throw TagErrors.TooManyTags();
    }

    internal void Put(string arn, ImmutableArray<Tag> tags)
    {
        if (!tags.IsEmpty)
        {
            Set(arn, tags);
        }
    }

    /// <summary>Adds or replaces tags, and returns all tags of the resource.</summary>
    internal ImmutableArray<Tag> Add(string arn, ImmutableArray<Tag> tags)
    {
        Put(arn, With(arn, tags));
        return Of(arn);
    }

    /// <summary>Removes tags, and returns the remaining ones. Keys that do not exist are ignored.</summary>
    internal ImmutableArray<Tag> Take(string arn, ImmutableArray<string> keys) =>
        Set(arn, [.. Of(arn).Where(tag => !keys.Contains(tag.Key, StringComparer.Ordinal))]);

    internal void Forget(string arn) => _byArn.Remove(arn);

    /// <summary>Returns the tags of all resources, for a snapshot.</summary>
    internal IEnumerable<SavedTags> Save() => _byArn.Select(each => new SavedTags(each.Key, each.Value));

    /// <summary>Adds the tags of a resource in a snapshot.</summary>
    internal void Restore(SavedTags saved) => _byArn.Add(saved.Arn, saved.Tags);

    private ImmutableArray<Tag> Set(string arn, ImmutableArray<Tag> tags)
    {
        _byArn[arn] = tags;
        _region.Log(SubjectType.TaggedResource, arn, new TagsChanged(tags));
        return tags;
    }
}
