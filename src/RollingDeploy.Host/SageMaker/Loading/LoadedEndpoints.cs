using RollingDeploy.Core.Endpoints;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.SageMaker.Loading;

/// <summary>Endpoints that are made from AWS's answers. Only seeds can call this operation.</summary>
internal static class LoadedEndpoints
{
    /// <summary>The service of the operation, for the gateway of the seeds.</summary>
    public static Service Service() => new()
    {
        Name = "SageMaker",
        Route = "load-sagemaker",
        SigningNames = [],
        Operations =
        [
            Operation.Of("LoadEndpoint", LoadedEndpointsJson.Default.LoadEndpointInput, LoadedEndpointsJson.Default.LoadEndpointOutput, Load),
        ],
    };

    private static async Task<LoadEndpointOutput> Load(LoadEndpointInput input, Call call)
    {
        // A change that was running is not continued: the endpoint stays as it is.
        var isQuiet = input.EndpointStatus == nameof(EndpointStatus.InService);
        var variants = input.ProductionVariants!.Concat(input.ShadowProductionVariants ?? []);
        var command = new LoadEndpoint(
            call.Region, input.EndpointName!, input.EndpointConfigName!, [.. variants.Select(variant => Read(variant, isQuiet))])
        {
            LastDeploymentConfig = DeploymentConfigs.Read(input.LastDeploymentConfig),
        };
        return new()
        {
            EndpointArn = await call.Launch(command, region => LaunchServers.OfConfig(region, input.EndpointConfigName!)),
        };
    }

    private static LoadedVariant Read(LoadedVariantSummary variant, bool isQuiet) => new(variant.VariantName!)
    {
        Instances = variant.CurrentInstanceCount,
        DesiredInstances = isQuiet ? variant.DesiredInstanceCount : null,
        Weight = variant.CurrentWeight,
        DesiredWeight = isQuiet ? variant.DesiredWeight : null,
        Serverless = variant.CurrentServerlessConfig is { } serverless
            ? new(serverless.MaxConcurrency, serverless.ProvisionedConcurrency)
            : null,
    };
}
