using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Previews;

/// <summary>A fleet that does not exist yet, with one production variant.</summary>
/// <param name="InstanceType">The instance type, such as <c>ml.m5.large</c>.</param>
/// <param name="Instances">The number of instances before the update.</param>
/// <param name="NewInstances">The number of instances after the update.</param>
public sealed record FleetSketch(string InstanceType, int Instances, int NewInstances)
{
    private const string Name = "fleet";
    private const string ProductionVariantName = "AllTraffic";

    /// <summary>Returns the scene of an update of this fleet.</summary>
    internal PreviewScene ToScene(string account, WorldSettings settings, string region, DeploymentConfig? config) => new()
    {
        Account = account,
        Settings = settings,
        Update = new UpdateEndpoint(region, Name, "after") { DeploymentConfig = config },
        Given = config,
        Before = Config("before", Instances),
        After = Config("after", NewInstances),
        Models = [new Model(Name, [], "{}", settings.Start)],
        Behaviors = [],
        Fleet = [new LoadedVariant(ProductionVariantName)],
    };

    private EndpointConfig Config(string name, int instances) => new(
        name, [new ProductionVariant(ProductionVariantName, Name, InstanceType, instances, 1)], "{}", DateTimeOffset.UnixEpoch);
}
