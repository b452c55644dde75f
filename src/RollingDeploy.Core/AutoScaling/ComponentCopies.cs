using RollingDeploy.Core.InferenceComponents;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>The copies of an inference component.</summary>
public sealed record ComponentCopies(string Id, string ComponentName) : ScalableResource(Id, Name)
{
    /// <summary>The name of the dimension.</summary>
    public const string Name = "sagemaker:inference-component:DesiredCopyCount";

    /// <inheritdoc/>
    public override string Noun => "desired copy count";

    internal override string Kind => "inference component";

    internal override InferenceComponent? Find(Region region) =>
        region.InferenceComponents.TryGet(ComponentName, out var component) && component.Name == ComponentName ? component : null;

    internal override int? CapacityIn(Region region) =>
        Find(region) is { Base: null, Status: not InferenceComponentStatus.Deleting } component ? component.DesiredCopies : null;

    internal override int LeastIn(Region region) => 0;

    internal override bool CanBeScaled(Region region) => Find(region)?.Status == InferenceComponentStatus.InService;

    internal override void Scale(Region region, int capacity) =>
        new UpdateInferenceComponentRuntimeConfig(region.Name, ComponentName, capacity).Execute(region);
}
