using System.Collections.Immutable;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Previews.Warnings;

namespace RollingDeploy.Core.Previews;

/// <summary>A policy in a comparison.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Preview">What the update would do with it; null if AWS would refuse it.</param>
/// <param name="Refusal">Why AWS would refuse it; null if it would not.</param>
public sealed record ComparedPolicy(DeploymentPolicy Policy, PolicyPreview? Preview, string? Refusal);

/// <summary>
/// What an update would do, found by running it in a world of its own. The real world is only read. The run has no traffic and no
/// faults, and its alarms are quiet.
/// </summary>
/// <param name="Update">The update as it was requested.</param>
/// <param name="Others">The other policies with usual settings, in the order of <see cref="DeploymentPolicy"/>.</param>
/// <param name="Warnings">What is probably not intended.</param>
public sealed record DeploymentPreview(
    PolicyPreview Update, ImmutableArray<ComparedPolicy> Others, ImmutableArray<PreviewWarning> Warnings)
{
    /// <summary>Returns what an update of an endpoint would do.</summary>
    /// <param name="world">The world.</param>
    /// <param name="at">The time to reach before.</param>
    /// <param name="update">The update.</param>
    /// <exception cref="AwsError">AWS would refuse the update.</exception>
    public static DeploymentPreview Of(World world, DateTimeOffset at, UpdateEndpoint update)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(update);
        var (scene, facts) = world.Read(update.Region, at, region =>
        {
            var prepared = update.Prepare(region);
            return (PreviewScene.Of(region, world.Settings, update, prepared), WarningFacts.Of(region, prepared));
        });
        return Of(scene, facts);
    }

    /// <summary>Returns what an update of a fleet would do that does not exist yet.</summary>
    /// <exception cref="AwsError">AWS would refuse the update.</exception>
    public static DeploymentPreview Of(World world, string region, FleetSketch fleet, DeploymentConfig? config)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(fleet);
        return Of(fleet.ToScene(world.Account, world.Settings, region, config), null);
    }

    private static DeploymentPreview Of(PreviewScene scene, WarningFacts? facts)
    {
        var update = PolicyPreview.Of(scene, scene.Given);
        var others = StandardPolicies.For(scene.Given)
            .Where(each => each.Policy != update.Policy)
            .Select(each => Compare(scene, each.Policy, each.Config, each.Settings));
        return new(update, [.. others], [.. WarningRules.Check(new(scene, update, facts))]);
    }

    private static ComparedPolicy Compare(PreviewScene scene, DeploymentPolicy policy, DeploymentConfig config, string settings)
    {
        try
        {
            // An exclusion makes another policy the default one.
            var preview = PolicyPreview.Of(scene, config) with { Settings = settings };
            return preview.Policy == policy
                ? new(policy, preview, null)
                : new(policy, null, "AWS ignores the deployment configuration for this endpoint and deploys all at once.");
        }
        catch (AwsError refusal)
        {
            return new(policy, null, refusal.Message);
        }
    }
}
