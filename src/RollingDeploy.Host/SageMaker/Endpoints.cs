using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Resources;
using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Wire;
using Endpoint = RollingDeploy.Core.Endpoints.Endpoint;

namespace RollingDeploy.Host.SageMaker;

/// <summary>The operations of endpoints. A change returns the ARN at once, and then runs on the virtual clock.</summary>
internal static class Endpoints
{
    public static async Task<CreateEndpointOutput> Create(CreateEndpointInput input, Call call)
    {
        var command = new CreateEndpoint(
            call.Region, input.EndpointName!, input.EndpointConfigName!, DeploymentConfigs.Read(input.DeploymentConfig))
        {
            Tags = TagLists.Read(input.Tags),
        };
        return new()
        {
            EndpointArn = await call.Launch(command, region => LaunchServers.OfConfig(region, input.EndpointConfigName!)),
        };
    }

    public static DescribeEndpointOutput Describe(DescribeEndpointInput input, Call call) =>
        call.Read(region => EndpointView.Of(region.Endpoints.Get(input.EndpointName!)));

    public static ListEndpointsOutput List(ListEndpointsInput input, Call call)
    {
        var listing = new Listing<Endpoint>(input, call)
        {
            Modified = new(input.LastModifiedTimeAfter, input.LastModifiedTimeBefore),
            Facets = [Facet.Status(input.StatusEquals)],
        };
        var page = call.Read(region => listing.Page(region.Endpoints)
            .Select(endpoint => new EndpointSummary
            {
                EndpointName = endpoint.Name,
                EndpointArn = endpoint.Arn,
                CreationTime = endpoint.CreationTime,
                LastModifiedTime = endpoint.LastModifiedTime,
                EndpointStatus = endpoint.Status.ToString(),
            }));
        return new() { Endpoints = page.Items, NextToken = page.NextToken };
    }

    public static async Task<UpdateEndpointOutput> Update(UpdateEndpointInput input, Call call)
    {
        return new()
        {
            EndpointArn = await call.Launch(
                UpdateOf(input, call.Region),
                region => LaunchServers.OfUpdate(region, input.EndpointConfigName!, input.EndpointName!)),
        };
    }

    /// <summary>Returns the command of a request.</summary>
    public static UpdateEndpoint UpdateOf(UpdateEndpointInput input, string region) =>
        new(region, input.EndpointName!, input.EndpointConfigName!)
        {
            DeploymentConfig = DeploymentConfigs.Read(input.DeploymentConfig),
            RetainDeploymentConfig = input.RetainDeploymentConfig ?? false,
            Retained = Retained(input),
        };

    public static async Task<UpdateEndpointWeightsAndCapacitiesOutput> UpdateWeightsAndCapacities(
        UpdateEndpointWeightsAndCapacitiesInput input, Call call)
    {
        var desired = input.DesiredWeightsAndCapacities!.Select(each =>
            new WeightAndCapacity(each.VariantName!, each.DesiredWeight, each.DesiredInstanceCount)
            {
                Serverless = each.ServerlessUpdateConfig is { } update
                    ? new(update.MaxConcurrency, update.ProvisionedConcurrency)
                    : null,
            });
        var command = new UpdateWeightsAndCapacities(call.Region, input.EndpointName!, [.. desired]);
        return new()
        {
            EndpointArn = await call.Launch(command, region => LaunchServers.OfEndpoint(region, input.EndpointName!)),
        };
    }

    public static void Delete(DeleteEndpointInput input, Call call) =>
        call.Apply(new DeleteEndpoint(call.Region, input.EndpointName!));

    private static RetainedProperties Retained(UpdateEndpointInput input)
    {
        if (input.RetainAllVariantProperties is not true)
        {
            return RetainedProperties.None;
        }

        var excluded = (input.ExcludeRetainedVariantProperties ?? [])
            .Select(property => property.VariantPropertyType)
            .ToHashSet();
        return (excluded.Contains("DesiredInstanceCount") ? 0 : RetainedProperties.InstanceCount)
            | (excluded.Contains("DesiredWeight") ? 0 : RetainedProperties.Weight);
    }
}
