using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Tags;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Tags;

public sealed class TagTests
{
    private const string Model = "arn:aws:sagemaker:us-east-1:123456789012:model/m";

    [Fact]
    public void AddTags_New_StandInTheOrderInWhichTheyCame()
    {
        var world = new TestWorld();

        var tags = Add(world, Model, "b=1", "a=2");

        tags.Should().Equal("b=1", "a=2");
        Add(world, Model, "0=3").Should().Equal("b=1", "a=2", "0=3");
    }

    [Fact]
    public void AddTags_KnownKey_OverwritesItWhereItStands()
    {
        var world = new TestWorld();
        Add(world, Model, "a=1", "b=2");

        var tags = Add(world, Model, "a=3", "A=4", "c=5", "c=6");

        tags.Should().Equal("a=3", "b=2", "A=4", "c=6");
    }

    [Theory]
    [InlineData("aws:x")]
    [InlineData("AWS:x")]
    [InlineData("aws:")]
    public void AddTags_ReservedKey_IsRefusedAndNothingIsAdded(string key)
    {
        var world = new TestWorld();

        var act = () => Add(world, Model, "a=1", $"{key}=2");

        act.Should().Throw<AwsError>().WithMessage("aws: prefixed tag key names are not allowed for external use.");
        world.Region.Tags.Of(Model).Should().BeEmpty();
        Add(world, Model, "aws=1", "awsome:x=2", "x:aws:=3").Should().HaveCount(3);
    }

    [Fact]
    public void AddTags_MoreThanFifty_IsRefusedButOverwritingIsNot()
    {
        var world = new TestWorld();
        var fifty = Enumerable.Range(0, TagTable.Most).Select(n => $"k{n}=1").ToArray();
        Add(world, Model, fifty);

        var act = () => Add(world, Model, "k0=2", "one-more=1");

        act.Should().Throw<AwsError>().WithMessage("Too many tags: a resource can have at most 50.");
        Add(world, Model, [.. fifty.Select(tag => tag + "1")]).Should().HaveCount(50).And.StartWith("k0=11");
    }

    [Fact]
    public void DeleteTags_SomeOfThem_PassesOverWhatIsNotThere()
    {
        var world = new TestWorld();
        Add(world, Model, "a=1", "b=2", "c=3");

        var left = world.Apply(new DeleteTags(TestWorld.RegionName, Model, ["b", "none-such", "C"]));

        Lines(left).Should().Equal("a=1", "c=3");
        Add(world, Model, "b=4").Should().Equal("a=1", "c=3", "b=4");
    }

    [Fact]
    public void Tags_OfWhatIsDeleted_AreForgotten()
    {
        var world = new TestWorld();
        Add(world, Model, "a=1");

        world.Apply(new DeleteModel(TestWorld.RegionName, "M"));
        world.Apply(new CreateModel(TestWorld.RegionName, "m", [], "{}"));

        world.Region.Tags.Of(Model).Should().BeEmpty();
    }

    [Fact]
    public void Tags_OfAnEndpoint_LastUntilItIsGone()
    {
        var world = new TestWorld().Config("v1", 1);
        var arn = world.Apply(new CreateEndpoint(TestWorld.RegionName, "e", "v1") { Tags = [new("a", "1")] });
        world.ToTheEnd().Apply(new DeleteEndpoint(TestWorld.RegionName, "e"));

        Add(world, arn, "b=2").Should().Equal("a=1", "b=2");
        world.Advance(1).Region.Tags.Of(arn).Should().BeEmpty();
    }

    [Fact]
    public void Tags_GivenAtACreationThatIsRefused_AreNotKept()
    {
        var world = new TestWorld().Config("v1", 1).Quota(0);

        var act = () => world.Apply(new CreateEndpoint(TestWorld.RegionName, "e", "v1") { Tags = [new("a", "1")] });

        act.Should().Throw<AwsError>();
        world.Region.Tags.Of("arn:aws:sagemaker:us-east-1:123456789012:endpoint/e").Should().BeEmpty();
    }

    [Theory]
    [InlineData("arn:aws:sagemaker:us-east-1:123456789012:model/M")]
    [InlineData("arn:aws:sagemaker:us-east-1:123456789012:model/m")]
    public void AddTags_NameInAnyCase_IsTheSameResource(string arn)
    {
        var world = new TestWorld();

        Add(world, arn, "a=1");

        Lines(world.Region.Tags.Of(Model)).Should().Equal("a=1");
    }

    [Theory]
    [InlineData("arn:aws:sagemaker:us-east-1:123456789012:model/none-such", "Could not find model")]
    [InlineData("arn:aws:sagemaker:us-east-1:999999999999:model/m", "Could not find model")]
    [InlineData("arn:aws:sagemaker:eu-west-1:123456789012:model/m", "Could not find model")]
    [InlineData("arn:aws-cn:sagemaker:us-east-1:123456789012:model/m", "Could not find model")]
    [InlineData("arn:aws:sagemaker:us-east-1:123456789012:endpoint/m", "Could not find endpoint")]
    [InlineData("arn:aws:sagemaker:us-east-1:123456789012:endpoint-config/m", "Could not find endpoint configuration")]
    [InlineData("arn:aws:sagemaker:us-east-1:123456789012:model/m/x", "Could not find model")]
    public void AddTags_OfWhatIsNotHere_IsRefusedAndNamesIt(string arn, string sentence)
    {
        var act = () => Add(new TestWorld(), arn, "a=1");

        act.Should().Throw<AwsError>().WithMessage($"{sentence} \"{arn}\".");
    }

    [Fact]
    public void AddTags_UnknownNameInCapitals_IsNamedInLowerCase()
    {
        var act = () => Add(new TestWorld(), "arn:aws:sagemaker:us-east-1:123456789012:model/None-Such", "a=1");

        act.Should().Throw<AwsError>()
            .WithMessage("Could not find model \"arn:aws:sagemaker:us-east-1:123456789012:model/none-such\".");
    }

    [Theory]
    [InlineData("arn:aws:sagemaker:us-east-1:123456789012:training-job/m", "training-job")]
    [InlineData("arn:aws:sagemaker:us-east-1:123456789012:model", "model")]
    public void AddTags_OfAnotherType_IsRefused(string arn, string type)
    {
        var act = () => Add(new TestWorld(), arn, "a=1");

        act.Should().Throw<AwsError>().WithMessage($"Invalid resource type: {type}");
    }

    private static List<string> Add(TestWorld world, string arn, params string[] tags) =>
        Lines(world.Apply(
            new AddTags(TestWorld.RegionName, arn, [.. tags.Select(tag => new Tag(tag.Split('=')[0], tag.Split('=')[1]))])));

    private static List<string> Lines(IEnumerable<Tag> tags) => tags.Select(tag => $"{tag.Key}={tag.Value}").ToList();
}
