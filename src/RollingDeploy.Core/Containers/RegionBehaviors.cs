using System.Collections.Immutable;

namespace RollingDeploy.Core.Containers;

/// <summary>The behaviors by image in an account. The last match wins.</summary>
internal sealed record ImageBehaviors(ImmutableArray<ImageBehavior> All);

/// <summary>The notification that the behavior of models has changed.</summary>
internal readonly record struct BehaviorsChanged;

/// <summary>The behavior of the models of a region.</summary>
public static class RegionBehaviors
{
    private static readonly Slot<Simulation, ImageBehaviors> ByImageSlot = new(static _ => new ImageBehaviors([]));

    private static readonly Slot<Region, BehaviorTable> BehaviorsSlot =
        new(static region => new BehaviorTable(region.Simulation.Get(ByImageSlot).All));

    extension(Region region)
    {
        /// <summary>The behavior of models.</summary>
        public BehaviorTable Behaviors => region.Get(BehaviorsSlot);
    }

    /// <summary>Sets the behaviors by image.</summary>
    internal static void SetByImage(Simulation simulation, ImmutableArray<ImageBehavior> behaviors) =>
        simulation.Put(ByImageSlot, new ImageBehaviors(behaviors));
}
