using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.SageMaker.Shapes;
using ProductionVariant = RollingDeploy.Host.SageMaker.Shapes.ProductionVariant;

namespace RollingDeploy.Host.SageMaker;

/// <summary>The rules of CreateEndpointConfig that are not constraints in AWS's model (sagemaker-endpoints.md §4).</summary>
internal static class EndpointConfigRules
{
    public static void Check(CreateEndpointConfigInput input)
    {
        var variants = input.ProductionVariants!;
        foreach (var variant in variants.Concat(input.ShadowProductionVariants ?? []))
        {
            CheckHardware(variant);
            CheckScaling(input, variant);
            RoutingRules.Check(variant);
            if (variant.ModelName is null && input.ExecutionRoleArn is null)
            {
                throw SageMakerErrors.Validation(
                    $"Variant {variant.VariantName} has no ModelName. ExecutionRoleArn must be specified for endpoints that host "
                    + "inference components.");
            }
        }

        CombinationRules.Check(input);
        MetricsConfigs.Check(input.MetricsConfig);
    }

    private static void CheckHardware(ProductionVariant variant)
    {
        if (variant.ServerlessConfig is { } serverless)
        {
            if (variant.InstanceType is not null || variant.InitialInstanceCount is not null || variant.InstancePools is not null)
            {
                throw SageMakerErrors.Validation(
                    $"Variant {variant.VariantName}: InstanceType and InitialInstanceCount cannot be specified with ServerlessConfig.");
            }

            CheckServerless(variant.VariantName!, serverless);
        }
        else if (variant.InstanceType is not null && variant.InstancePools is not null)
        {
            throw SageMakerErrors.Validation($"Variant {variant.VariantName}: only one of InstanceType and InstancePools can be specified.");
        }
        else if ((variant.InstanceType is null && variant.InstancePools is null) || variant.InitialInstanceCount is null)
        {
            throw SageMakerErrors.Validation(
                $"Variant {variant.VariantName}: InstanceType and InitialInstanceCount, or ServerlessConfig, must be specified.");
        }
    }

    private static void CheckServerless(string name, ProductionVariantServerlessConfig serverless)
    {
        if (serverless.MemorySizeInMB % 1024 != 0)
        {
            throw SageMakerErrors.Validation($"Variant {name}: MemorySizeInMB must be 1024, 2048, 3072, 4096, 5120 or 6144.");
        }

        if (serverless.ProvisionedConcurrency > serverless.MaxConcurrency)
        {
            throw EndpointErrors.TooMuchProvisioned(name);
        }
    }

    // AWS's second error text is known from one report, without its cause. It is used for variants that cannot host components.
    private static void CheckScaling(CreateEndpointConfigInput input, ProductionVariant variant)
    {
        if (variant.ManagedInstanceScaling is null)
        {
            return;
        }

        if (variant.ModelName is not null)
        {
            throw SageMakerErrors.Validation("ManagedInstanceScaling is only supported for inference component endpoints.");
        }

        if (variant.ServerlessConfig is not null
            || input.AsyncInferenceConfig is not null
            || input.ShadowProductionVariants is not null)
        {
            throw SageMakerErrors.Validation("ManagedInstanceScaling is not supported with the given EndpointConfig setup.");
        }
    }
}
