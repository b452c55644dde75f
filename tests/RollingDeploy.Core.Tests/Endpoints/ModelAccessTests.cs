using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Limits;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Endpoints;

/// <summary>What CreateModel refuses because a setting says that the account has no access.</summary>
public sealed class ModelAccessTests
{
    private static readonly WorldSettings Settings = new()
    {
        ModelAccess = new ModelAccess
        {
            UnreadableData = ["s3://secret/*", "s3://one/model.tar.gz"],
            UnsupportedImages = ["*:oci"],
            UnsubscribedPackages = ["arn:*:model-package/unsold*"],
        },
    };

    [Theory]
    [InlineData("s3://secret/a/b.tar.gz", true)]
    [InlineData("s3://one/model.tar.gz", true)]
    [InlineData("s3://one/model.tar.gz.old", false)]
    [InlineData("S3://secret/a", false)]
    [InlineData("s3://secrets/a", false)]
    public void Execute_Data_IsReadableUnlessAPatternFitsAllOfIt(string url, bool refused)
    {
        var world = new TestWorld(Settings);

        var act = () => world.Apply(Model with { DataUrls = ["s3://fine/x", url] });

        if (!refused)
        {
            act.Should().NotThrow();
            return;
        }

        act.Should().Throw<AwsError>().WithMessage(
            $"Could not access model data at {url}. Please ensure that the role \"arn:role\" exists and that its trust relationship "
            + "policy allows the action \"sts:AssumeRole\" for the service principal \"sagemaker.amazonaws.com\". Also ensure that the "
            + "role has \"s3:GetObject\" permissions and that the object is located in us-east-1.");
        world.Region.Models.Contains("new").Should().BeFalse();
    }

    [Fact]
    public void Execute_ImageOrPackage_IsRefusedInAwsWords()
    {
        var world = new TestWorld(Settings);

        var image = () => world.Apply(Model with { Images = ["fine:1", "scorer:oci"] });
        var package = () => world.Apply(Model with { Packages = ["arn:aws:sagemaker:us-east-1:1:model-package/unsold-1"] });

        image.Should().Throw<AwsError>().WithMessage(
            "Unsupported manifest media type application/vnd.oci.image.manifest.v1+json for image scorer:oci. Ensure that valid "
            + "manifest media type is used for specified image.");
        package.Should().Throw<AwsError>().WithMessage("Caller is not subscribed to the marketplace offering.");
    }

    [Fact]
    public void Execute_MoreModelsThanTheLimit_IsRefusedUntilOneGoes()
    {
        var world = new TestWorld();
        world.Apply(new PutServiceLimit(TestWorld.RegionName, ServiceLimit.Models, 2));
        world.Apply(Model);

        var act = () => world.Apply(Model with { Name = "another" });

        act.Should().Throw<AwsError>().WithMessage(
            "The account-level service limit 'Total number of models' is 2 Models, with current utilization of 2 Models and a request "
            + "delta of 1 Models.*").Which.Shape.Should().Be("ResourceLimitExceeded");
        world.Apply(new DeleteModel(TestWorld.RegionName, "m"));
        act.Should().NotThrow();
    }

    private static CreateModel Model => new(TestWorld.RegionName, "new", ["image"], "{}") { RoleArn = "arn:role" };
}
