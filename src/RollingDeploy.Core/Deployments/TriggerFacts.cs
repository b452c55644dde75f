using System.Collections.Frozen;

namespace RollingDeploy.Core.Deployments;

/// <summary>What a deployment does to the fleets.</summary>
public enum DeploymentAct
{
    /// <summary>Makes the first fleet.</summary>
    Create,

    /// <summary>Replaces the fleet by another one.</summary>
    Update,

    /// <summary>Changes the fleet that serves.</summary>
    Scale,

    /// <summary>Takes the last fleet away.</summary>
    Delete,
}

/// <summary>What a trigger means, and the words for it: a new one is one line in the table.</summary>
/// <param name="Act">What it does.</param>
/// <param name="Noun">What it does it to.</param>
/// <param name="Unit">One of what its fleets are made of.</param>
/// <param name="Plural">Several of them.</param>
/// <param name="Success">The journal's last sentence.</param>
internal sealed record TriggerFacts(DeploymentAct Act, string Noun, string Unit, string Plural, string Success)
{
    private static readonly FrozenDictionary<DeploymentTrigger, TriggerFacts> Table = new Dictionary<DeploymentTrigger, TriggerFacts>
    {
        [DeploymentTrigger.CreateEndpoint] = Endpoint(DeploymentAct.Create, "The endpoint is in service."),
        [DeploymentTrigger.UpdateEndpoint] = Endpoint(DeploymentAct.Update, "All instances are of the new configuration."),
        [DeploymentTrigger.UpdateEndpointWeightsAndCapacities] = Endpoint(DeploymentAct.Scale, "Counts and weights are as desired."),
        [DeploymentTrigger.DeleteEndpoint] = Endpoint(DeploymentAct.Delete, "The endpoint is gone."),
        [DeploymentTrigger.CreateInferenceComponent] = Component(DeploymentAct.Create, "The inference component is in service."),
        [DeploymentTrigger.UpdateInferenceComponent] = Component(DeploymentAct.Update, "All copies are of the new specification."),
        [DeploymentTrigger.UpdateInferenceComponentRuntimeConfig] = Component(DeploymentAct.Scale, "There are as many copies as desired."),
        [DeploymentTrigger.DeleteInferenceComponent] = Component(DeploymentAct.Delete, "The inference component is gone."),
    }.ToFrozenDictionary();

    public static TriggerFacts Of(DeploymentTrigger trigger) => Table[trigger];

    public string Units(int count) => count == 1 ? Unit : Plural;

    private static TriggerFacts Endpoint(DeploymentAct act, string success) =>
        new(act, "Endpoint", "instance(s)", "instance(s)", success);

    private static TriggerFacts Component(DeploymentAct act, string success) =>
        new(act, "Inference component", "copy", "copies", success);
}
