using System.Collections.Immutable;

namespace RollingDeploy.Core.Tags;

/// <summary>Adds or replaces tags. The result is all tags of the resource.</summary>
public sealed record AddTags(string Region, string ResourceArn, ImmutableArray<Tag> Tags) : Command<ImmutableArray<Tag>>(Region)
{
    /// <summary>The service of the resource.</summary>
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

/// <summary>Removes tags. Keys that do not exist are ignored. The result is the remaining tags.</summary>
public sealed record DeleteTags(string Region, string ResourceArn, ImmutableArray<string> Keys)
    : Command<ImmutableArray<Tag>>(Region)
{
    /// <summary>The service of the resource.</summary>
    public TaggingService Service { get; init; }

    /// <inheritdoc/>
    protected internal override ImmutableArray<Tag> Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return region.Tags.Take(region.Simulation.Taggers.Of(Service).Require(region, ResourceArn), Keys);
    }
}
