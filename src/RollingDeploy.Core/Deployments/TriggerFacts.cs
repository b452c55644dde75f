using System.Collections.Frozen;

namespace RollingDeploy.Core.Deployments;

/// <summary>What a deployment does with the fleets.</summary>
public enum DeploymentAct
{
    /// <summary>Creates the first fleet.</summary>
    Create,

    /// <summary>Replaces the fleet with another one.</summary>
    Update,

    /// <summary>Changes the current fleet.</summary>
    Scale,

    /// <summary>Deletes the fleets.</summary>
    Delete,
}

/// <summary>The properties of a trigger, and the words for it in messages. To add a trigger, add a line to the table.</summary>
/// <param name="Act">What the deployment does with the fleets.</param>
/// <param name="Noun">The name of the resource type.</param>
/// <param name="Unit">The name of one instance or copy.</param>
/// <param name="Plural">The name of several instances or copies.</param>
/// <param name="Success">The last sentence of the journal after a success.</param>
internal sealed record TriggerFacts(DeploymentAct Act, string Noun, string Unit, string Plural, string Success)
{
    private static readonly FrozenDictionary<DeploymentTrigger, TriggerFacts> Table =
        new Dictionary<DeploymentTrigger, TriggerFacts>
        {
            [DeploymentTrigger.CreateEndpoint] = Endpoint(
                DeploymentAct.Create, "The endpoint is in service."),
            [DeploymentTrigger.UpdateEndpoint] = Endpoint(
                DeploymentAct.Update, "All instances are of the new configuration."),
            [DeploymentTrigger.UpdateEndpointWeightsAndCapacities] = Endpoint(
                DeploymentAct.Scale, "Counts and weights are as desired."),
            [DeploymentTrigger.DeleteEndpoint] = Endpoint(
                DeploymentAct.Delete, "The endpoint is gone."),
            [DeploymentTrigger.CreateInferenceComponent] = Component(
                DeploymentAct.Create, "The inference component is in service."),
            [DeploymentTrigger.UpdateInferenceComponent] = Component(
                DeploymentAct.Update, "All copies are of the new specification."),
            [DeploymentTrigger.UpdateInferenceComponentRuntimeConfig] = Component(
                DeploymentAct.Scale, "There are as many copies as desired."),
            [DeploymentTrigger.DeleteInferenceComponent] = Component(
                DeploymentAct.Delete, "The inference component is gone."),
        }.ToFrozenDictionary();

    public static TriggerFacts Of(DeploymentTrigger trigger) => Table[trigger];

    public string Units(int count) => count == 1 ? Unit : Plural;

    private static TriggerFacts Endpoint(DeploymentAct act, string success) =>
        new(act, "Endpoint", "instance(s)", "instance(s)", success);

    private static TriggerFacts Component(DeploymentAct act, string success) =>
        new(act, "Inference component", "copy", "copies", success);
}
