using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Resources;
using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.SageMaker;

/// <summary>
/// The operations of inference components. A change returns the ARN at once, and then runs on the virtual clock.
/// </summary>
internal static class InferenceComponents
{
    public static CreateInferenceComponentOutput Create(CreateInferenceComponentInput input, Call call)
    {
        var command = new CreateInferenceComponent(
            call.Region,
            input.InferenceComponentName!,
            input.EndpointName!,
            Specifications.Require(input.Specification, input.Specifications, call.Worlds.Settings.ForwardTargets))
        {
            VariantName = input.VariantName,
            CopyCount = input.RuntimeConfig?.CopyCount,
            Tags = TagLists.Read(input.Tags),
        };
        return new() { InferenceComponentArn = call.Apply(command) };
    }

    public static DescribeInferenceComponentOutput Describe(DescribeInferenceComponentInput input, Call call) =>
        call.Read(region => InferenceComponentView.Of(region.InferenceComponents.Get(input.InferenceComponentName!)));

    public static ListInferenceComponentsOutput List(ListInferenceComponentsInput input, Call call)
    {
        var listing = new Listing<InferenceComponent>(input, call)
        {
            Modified = new(input.LastModifiedTimeAfter, input.LastModifiedTimeBefore),
            Facets =
            [
                Facet.Status(input.StatusEquals), Facet.Endpoint(input.EndpointNameEquals),
                Facet.Variant(input.VariantNameEquals),
            ],
        };
        var page = call.Read(region => listing.Page(region.InferenceComponents).Select(InferenceComponentView.Row));
        return new() { InferenceComponents = page.Items, NextToken = page.NextToken };
    }

    public static UpdateInferenceComponentOutput Update(UpdateInferenceComponentInput input, Call call)
    {
        var command = new UpdateInferenceComponent(call.Region, input.InferenceComponentName!)
        {
            Specification = Specifications.Read(input.Specification, input.Specifications, call.Worlds.Settings.ForwardTargets),
            CopyCount = input.RuntimeConfig?.CopyCount,
            DeploymentConfig = InferenceComponentDeployments.Read(input.DeploymentConfig),
        };
        return new() { InferenceComponentArn = call.Apply(command) };
    }

    public static UpdateInferenceComponentRuntimeConfigOutput UpdateRuntimeConfig(
        UpdateInferenceComponentRuntimeConfigInput input, Call call)
    {
        var copies = input.DesiredRuntimeConfig!.CopyCount!.Value;
        var command = new UpdateInferenceComponentRuntimeConfig(call.Region, input.InferenceComponentName!, copies);
        return new() { InferenceComponentArn = call.Apply(command) };
    }

    public static void Delete(DeleteInferenceComponentInput input, Call call) =>
        call.Apply(new DeleteInferenceComponent(call.Region, input.InferenceComponentName!));
}
