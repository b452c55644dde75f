using System.Collections.Immutable;

namespace RollingDeploy.Core.Containers;

/// <summary>How containers of certain images behave in an account; the last that fits wins.</summary>
internal sealed record ImageBehaviors(ImmutableArray<ImageBehavior> All);

/// <summary>Requests are answered in another way from now on.</summary>
internal readonly record struct BehaviorsChanged;

/// <summary>How the models of a region behave.</summary>
public static class RegionBehaviors
{
    private static readonly Slot<Simulation, ImageBehaviors> ByImageSlot = new(static _ => new ImageBehaviors([]));

    private static readonly Slot<Region, BehaviorTable> BehaviorsSlot =
        new(static region => new BehaviorTable(region.Simulation.Get(ByImageSlot).All));

    extension(Region region)
    {
        /// <summary>How models behave.</summary>
        public BehaviorTable Behaviors => region.Get(BehaviorsSlot);
    }

    /// <summary>Sets how containers of certain images behave.</summary>
    internal static void SetByImage(Simulation simulation, ImmutableArray<ImageBehavior> behaviors) =>
        simulation.Put(ByImageSlot, new ImageBehaviors(behaviors));
}
