using RollingDeploy.Core.Events;
using RollingDeploy.Core.Resources;

namespace RollingDeploy.Core.Models;

/// <summary>The models of a region.</summary>
public static class RegionModels
{
    private static readonly Slot<Region, ResourceTable<Model>> ModelsSlot =
        new(static region => new ResourceTable<Model>(region, SubjectType.Model, "model"));

    extension(Region region)
    {
        /// <summary>The models.</summary>
        public ResourceTable<Model> Models => region.Get(ModelsSlot);
    }
}

/// <summary>The model data, images and packages that an account has no access to.</summary>
internal static class AccountModelAccess
{
    private static readonly Slot<Simulation, ModelAccess> AccessSlot = new(static _ => new ModelAccess());

    extension(Simulation simulation)
    {
        /// <summary>The model data, images and packages that the account has no access to.</summary>
        public ModelAccess ModelAccess
        {
            get => simulation.Get(AccessSlot);
            set => simulation.Put(AccessSlot, value);
        }
    }
}
