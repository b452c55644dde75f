using RollingDeploy.Core.Arming;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Containers;

/// <summary>
/// Sets the behavior of a model, now or from a moment of a deployment, or removes it, including an armed one. The model need not
/// exist yet. The result is the previous behavior.
/// </summary>
public sealed record PutBehavior(string Region, string ModelName, ModelBehavior? Behavior) : Command<ModelBehavior?>(Region)
{
    /// <summary>
    /// The moment from which the behavior is active; null for now. Until then, the model keeps its behavior. If another behavior
    /// is set in the meantime, the armed one stays armed.
    /// </summary>
    public When? When { get; init; }

    /// <inheritdoc/>
    protected internal override ModelBehavior? Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var before = region.Behaviors.ByModel.GetValueOrDefault(ModelName);
        if (When is not null || Behavior is null)
        {
            Arm(region);
        }

        if (When is null)
        {
            region.Behaviors.Set(ModelName, Behavior);
            region.Tell(new BehaviorsChanged());
        }

        region.Log(SubjectType.Model, ModelName, new BehaviorPut(Behavior, When?.ToString()));
        return before;
    }

    // This replaces a behavior that was armed before, even if it is active.
    private void Arm(Region region)
    {
        region.Armed.Remove(region.Behaviors.ArmedByModel.GetValueOrDefault(ModelName)?.Armed);
        region.Behaviors.Arm(ModelName, Behavior is null || When is null
            ? null
            : new(Behavior, region.Armed.Add(new Owner(region.Name, ModelName, OwnerType.ModelBehavior), When)));
    }
}
