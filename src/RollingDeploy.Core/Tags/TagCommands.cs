using System.Collections.Immutable;

namespace RollingDeploy.Core.Tags;

/// <summary>Adds or overwrites tags; its result is all tags of the resource.</summary>
public sealed record AddTags(string Region, string ResourceArn, ImmutableArray<Tag> Tags) : Command<ImmutableArray<Tag>>(Region)
{
    /// <summary>Whose resource it is.</summary>
    public TaggingService Service { get; init; }

    /// <inheritdoc/>
    protected internal override ImmutableArray<Tag> Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var tagger = region.Simulation.Taggers.Of(Service);
        var arn = tagger.Require(region, ResourceArn);
        if (tagger.TooMany is { } tooMany && region.Tags.CountWith(arn, Tags) > TagTable.Most)
        {
            throw tooMany();
        }

        return region.Tags.Add(arn, Tags);
    }
}

/// <summary>Takes tags away; keys that are not there are passed over. Its result is the tags that are left.</summary>
public sealed record DeleteTags(string Region, string ResourceArn, ImmutableArray<string> Keys)
    : Command<ImmutableArray<Tag>>(Region)
{
    /// <summary>Whose resource it is.</summary>
    public TaggingService Service { get; init; }

    /// <inheritdoc/>
    protected internal override ImmutableArray<Tag> Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return region.Tags.Take(region.Simulation.Taggers.Of(Service).Require(region, ResourceArn), Keys);
    }
}
