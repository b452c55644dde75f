using System.Collections.Immutable;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Tags;
using RollingDeploy.Host.AutoScaling.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.AutoScaling;

/// <summary>The operations of tags of scalable targets, by ARN.</summary>
internal static class TargetTags
{
    public static TagResourceOutput Tag(TagResourceInput input, Call call)
    {
        call.Apply(new AddTags(call.Region, input.ResourceARN!, Read(input.Tags)) { Service = TaggingService.AutoScaling });
        return new();
    }

    public static UntagResourceOutput Untag(UntagResourceInput input, Call call)
    {
        call.Apply(new DeleteTags(call.Region, input.ResourceARN!, [.. input.TagKeys!]) { Service = TaggingService.AutoScaling });
        return new();
    }

    public static ListTagsForResourceOutput List(ListTagsForResourceInput input, Call call) => new()
    {
        Tags = call.Read(region => region.Tags.Of(TaggedTarget.Require(region, input.ResourceARN!).Arn))
            .ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal),
    };

    public static ImmutableArray<Tag> Read(Dictionary<string, string>? tags) =>
        [.. (tags ?? []).Select(tag => new Tag(tag.Key, tag.Value))];
}
