using System.Collections.Immutable;

namespace RollingDeploy.Core.Containers;

/// <summary>How containers of certain images behave in an account; the last that fits wins.</summary>
internal sealed record ImageBehaviors(ImmutableArray<ImageBehavior> All);

/// <summary>Requests are answered in another way from now on.</summary>
internal readonly record struct BehaviorsChanged;

/// <summary>How the models of a region behave.</summary>
public static class RegionBehaviors
{
    extension(Region region)
    {
        /// <summary>How models behave.</summary>
        public BehaviorTable Behaviors => region.Slot(static region => new BehaviorTable(region.Simulation.Slot(static _ => new ImageBehaviors([])).All));
    }
}
