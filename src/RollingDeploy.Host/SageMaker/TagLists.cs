using System.Collections.Immutable;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Tags;
using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Wire;
using Tag = RollingDeploy.Core.Tags.Tag;

namespace RollingDeploy.Host.SageMaker;

/// <summary>The operations of tags of models, configurations, endpoints and inference components.</summary>
internal static class TagLists
{
    public static ImmutableArray<Tag> Read(List<Shapes.Tag>? tags) =>
        tags is null ? [] : [.. tags.Select(tag => new Tag(tag.Key!, tag.Value!))];

    public static AddTagsOutput Add(AddTagsInput input, Call call) =>
        new() { Tags = Write(call.Apply(new AddTags(call.Region, input.ResourceArn!, Read(input.Tags)))) };

    // A resource has at most fifty tags and a page has at least fifty, so there is never a second page.
    public static ListTagsOutput List(ListTagsInput input, Call call) => input.NextToken is null
        ? new() { Tags = call.Read(region => Write(region.Tags.Of(TaggedResource.Require(region, input.ResourceArn!)))) }
        : throw SageMakerErrors.Validation("Invalid pagination token");

    public static DeleteTagsOutput Delete(DeleteTagsInput input, Call call)
    {
        call.Apply(new DeleteTags(call.Region, input.ResourceArn!, [.. input.TagKeys!]));
        return new();
    }

    private static List<Shapes.Tag> Write(ImmutableArray<Tag> tags) =>
        [.. tags.Select(tag => new Shapes.Tag { Key = tag.Key, Value = tag.Value })];
}
