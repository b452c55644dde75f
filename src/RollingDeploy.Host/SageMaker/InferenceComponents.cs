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
    public static async Task<CreateInferenceComponentOutput> Create(CreateInferenceComponentInput input, Call call)
    {
        var specifications = Specifications.Require(input.Specification, input.Specifications, call.Settings.ForwardTargets);
        var command = new CreateInferenceComponent(
            call.Region, input.InferenceComponentName!, input.EndpointName!, specifications)
        {
            VariantName = input.VariantName,
            CopyCount = input.RuntimeConfig?.CopyCount,
            Tags = TagLists.Read(input.Tags),
        };
        return new()
        {
            InferenceComponentArn = await call.Launch(command, region => LaunchServers.Of(region, specifications)),
        };
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

    public static async Task<UpdateInferenceComponentOutput> Update(UpdateInferenceComponentInput input, Call call)
    {
        var specifications = Specifications.Read(input.Specification, input.Specifications, call.Settings.ForwardTargets);
        var command = new UpdateInferenceComponent(call.Region, input.InferenceComponentName!)
        {
            Specification = specifications,
            CopyCount = input.RuntimeConfig?.CopyCount,
            DeploymentConfig = InferenceComponentDeployments.Read(input.DeploymentConfig),
        };
        return new()
        {
            InferenceComponentArn = await call.Launch(
                command, region => LaunchServers.OfUpdate(region, specifications, input.InferenceComponentName!)),
        };
    }

    public static async Task<UpdateInferenceComponentRuntimeConfigOutput> UpdateRuntimeConfig(
        UpdateInferenceComponentRuntimeConfigInput input, Call call)
    {
        var copies = input.DesiredRuntimeConfig!.CopyCount!.Value;
        var command = new UpdateInferenceComponentRuntimeConfig(call.Region, input.InferenceComponentName!, copies);
        return new()
        {
            InferenceComponentArn = await call.Launch(
                command, region => LaunchServers.OfComponent(region, input.InferenceComponentName!)),
        };
    }

    public static void Delete(DeleteInferenceComponentInput input, Call call) =>
        call.Apply(new DeleteInferenceComponent(call.Region, input.InferenceComponentName!));
}
