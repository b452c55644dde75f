using System.Collections.Immutable;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Tags;

/// <summary>The tags of a resource have changed.</summary>
/// <param name="Tags">All current tags.</param>
public sealed record TagsChanged(ImmutableArray<Tag> Tags) : EventData
{
    /// <inheritdoc/>
    public override string Kind => "tagsChanged";

    /// <inheritdoc/>
    public override string Sentence => Tags.IsEmpty ? "It has no tags any more." : $"Its tags are {string.Join(", ", Tags.Select(tag => $"{tag.Key}={tag.Value}"))}.";

    /// <inheritdoc/>
    internal override int Weight => Tags.Sum(tag => tag.Key.Length + tag.Value.Length);
}
