using RollingDeploy.Core.Events;
using RollingDeploy.Core.Resources;

namespace RollingDeploy.Core.InferenceComponents;

/// <summary>The inference components of a region.</summary>
public static class RegionComponents
{
    private static readonly Slot<Region, ResourceTable<InferenceComponent>> InferenceComponentsSlot =
        new(static region => new ResourceTable<InferenceComponent>(region, SubjectType.InferenceComponent, "inference-component", "inference component"));

    extension(Region region)
    {
        /// <summary>The inference components, including those that are being deleted.</summary>
        public ResourceTable<InferenceComponent> InferenceComponents => region.Get(InferenceComponentsSlot);
    }
}
