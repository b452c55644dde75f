using RollingDeploy.Core.Arming;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Core.Containers;

/// <summary>
/// Says how a model behaves, from now on or from a moment of a deployment on, or takes back what was said, what is armed too; a
/// model may be made later. Its result is what was said before.
/// </summary>
public sealed record PutBehavior(string Region, string ModelName, ModelBehavior? Behavior) : Command<ModelBehavior?>(Region)
{
    /// <summary>
    /// From when on; null for now. Until then the model behaves as before, and what is said of it meanwhile does not disarm it.
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

    // What was armed before is replaced, whether its moment has come or not.
    private void Arm(Region region)
    {
        region.Armed.Remove(region.Behaviors.ArmedByModel.GetValueOrDefault(ModelName)?.Armed);
        region.Behaviors.Arm(ModelName, Behavior is null || When is null
            ? null
            : new(Behavior, region.Armed.Add(new Owner(region.Name, ModelName, OwnerType.ModelBehavior), When)));
    }
}
