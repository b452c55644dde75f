using System.Collections.Immutable;

namespace RollingDeploy.Core.Tags;

/// <summary>The tags of a resource, in a snapshot.</summary>
internal sealed record SavedTags(string Arn, ImmutableArray<Tag> Tags);
