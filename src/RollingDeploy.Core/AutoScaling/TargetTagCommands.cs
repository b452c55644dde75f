using System.Collections.Immutable;
using RollingDeploy.Core.Tags;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>Adds or overwrites tags of a scalable target; its result is all tags of it.</summary>
public sealed record TagScalableTarget(string Region, string Arn, ImmutableArray<Tag> Tags) : Command<ImmutableArray<Tag>>(Region)
{
    /// <inheritdoc/>
    protected internal override ImmutableArray<Tag> Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var target = TaggedTarget.Require(region, Arn);
        var keys = region.Tags.Of(target.Arn).Concat(Tags).Select(tag => tag.Key).Distinct(StringComparer.Ordinal);
        if (keys.Count() > TagTable.Most)
        {
            throw ScalingErrors.TooManyTags();
        }

        return region.Tags.Add(target.Arn, Tags);
    }
}

/// <summary>
/// Takes tags of a scalable target away; keys that are not there are passed over. Its result is the tags that are left.
/// </summary>
public sealed record UntagScalableTarget(string Region, string Arn, ImmutableArray<string> Keys)
    : Command<ImmutableArray<Tag>>(Region)
{
    /// <inheritdoc/>
    protected internal override ImmutableArray<Tag> Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return region.Tags.Take(TaggedTarget.Require(region, Arn).Arn, Keys);
    }
}

/// <summary>Finds the scalable target that an ARN names.</summary>
public static class TaggedTarget
{
    /// <exception cref="AwsError"><c>ResourceNotFoundException</c></exception>
    public static ScalableTarget Require(Region region, string arn)
    {
        ArgumentNullException.ThrowIfNull(region);
        return region.Scaling.FindByArn(arn) ?? throw ScalingErrors.TaggedNotFound(arn);
    }
}
