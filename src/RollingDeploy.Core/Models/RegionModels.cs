using RollingDeploy.Core.Events;
using RollingDeploy.Core.Resources;

namespace RollingDeploy.Core.Models;

/// <summary>The models of a region.</summary>
public static class RegionModels
{
    extension(Region region)
    {
        /// <summary>The models.</summary>
        public ResourceTable<Model> Models => region.Slot(static region => new ResourceTable<Model>(region, SubjectType.Model, "model"));

        /// <summary>What models cannot be made from.</summary>
        internal ModelAccess ModelAccess => region.Simulation.Slot(static _ => new ModelAccess());
    }
}
