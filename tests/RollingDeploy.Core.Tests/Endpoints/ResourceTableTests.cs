using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Resources;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Endpoints;

public sealed class ResourceTableTests
{
    [Theory]
    [InlineData("Spam-Filter")]
    [InlineData("spam-filter")]
    [InlineData("SPAM-FILTER")]
    public void Get_AnyCase_FindsItUnderTheNameThatWasGiven(string name)
    {
        var models = Models("Spam-Filter");

        var found = models.Get(name);

        found.Name.Should().Be("Spam-Filter");
    }

    [Fact]
    public void Get_NotThere_IsRefused()
    {
        var act = () => Models("one").Get("Other");

        act.Should().Throw<AwsError>()
            .WithMessage("Could not find model \"arn:aws:sagemaker:us-east-1:123456789012:model/other\".");
    }

    [Fact]
    public void Remove_OtherCase_TakesItAway()
    {
        var world = new TestWorld();

        world.Apply(new DeleteModel(TestWorld.RegionName, "M"));

        world.Region.Models.All.Should().BeEmpty();
    }

    [Fact]
    public void ArnOf_MixedCase_IsLowerCase()
    {
        var arn = Models().ArnOf("Spam-Filter");

        arn.Should().Be("arn:aws:sagemaker:us-east-1:123456789012:model/spam-filter");
    }

    [Fact]
    public void UpdateEndpoint_OtherCase_KeepsTheNamesThatWereGiven()
    {
        var world = new TestWorld().Config("V1", 1).Config("V2", 1).Create("v1");

        world.Apply(new UpdateEndpoint(TestWorld.RegionName, "E", "v2"));

        world.ToTheEnd().Endpoint.ConfigName.Should().Be("V2");
        world.Endpoint.Name.Should().Be("e");
    }

    private static ResourceTable<Model> Models(params string[] names)
    {
        var world = new TestWorld();
        foreach (var name in names)
        {
            world.Apply(new CreateModel(TestWorld.RegionName, name, [], "{}"));
        }

        return world.Region.Models;
    }
}
