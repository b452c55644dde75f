using System.Collections.Immutable;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Resources;

namespace RollingDeploy.Core.Tags;

/// <summary>A resource that does not change, and its tags, when it was created or deleted.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Tags">Its tags.</param>
public sealed record TaggedFacts(IResource Resource, ImmutableArray<Tag> Tags) : EventFacts;
