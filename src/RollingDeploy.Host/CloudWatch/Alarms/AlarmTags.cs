using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Tags;
using RollingDeploy.Host.CloudWatch.Shapes;
using RollingDeploy.Host.Wire;
using Tag = RollingDeploy.Host.CloudWatch.Shapes.Tag;

namespace RollingDeploy.Host.CloudWatch.Alarms;

/// <summary>
/// The operations of alarm tags, by ARN. An alarm that does not exist has no tags and cannot get any (cloudwatch.md §2).
/// </summary>
internal static class AlarmTags
{
    public static TagResourceOutput Tag(TagResourceInput input, Call call)
    {
        call.Apply(new AddTags(call.Region, input.ResourceARN!, AlarmOperations.Read(input.Tags))
        {
            Service = TaggingService.CloudWatch,
        });
        return new();
    }

    public static UntagResourceOutput Untag(UntagResourceInput input, Call call)
    {
        call.Apply(new DeleteTags(call.Region, input.ResourceARN!, [.. input.TagKeys!]) { Service = TaggingService.CloudWatch });
        return new();
    }

    public static ListTagsForResourceOutput List(ListTagsForResourceInput input, Call call) => new()
    {
        Tags = call.Read(region => region.Tags.Of(TaggedAlarm.RequireArn(input.ResourceARN!)))
            .Select(tag => new Tag { Key = tag.Key, Value = tag.Value }).ToList(),
    };
}
