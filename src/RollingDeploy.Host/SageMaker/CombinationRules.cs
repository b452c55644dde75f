using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.SageMaker.Shapes;
using ProductionVariant = RollingDeploy.Host.SageMaker.Shapes.ProductionVariant;

namespace RollingDeploy.Host.SageMaker;

/// <summary>
/// The members of CreateEndpointConfig that cannot be combined. The sources are the developer guide's pages "Deploy models with
/// Serverless Inference" (feature exclusions) and "Shadow tests" (exclusions), and for asynchronous endpoints AWS's CDK, RFC 431.
/// What a model excludes is checked where the models are known.
/// </summary>
internal static class CombinationRules
{
    private static readonly (Func<CreateEndpointConfigInput, bool> IsUsed, Func<AwsError> Error)[] OfServerless =
    [
        (input => Variants(input).Count() > 1, () => SageMakerErrors.Validation(
            "Only one production variant can be specified for a serverless endpoint.")),
        (input => input.EnableNetworkIsolation is true, EndpointErrors.ServerlessIsNotIsolated),
        (input => input.VpcConfig is not null, () => EndpointErrors.NotForServerless("VpcConfig")),
        (input => input.DataCaptureConfig is { EnableCapture: not false }, () => EndpointErrors.NotForServerless("DataCaptureConfig")),
        (input => input.AsyncInferenceConfig is not null, () => EndpointErrors.NotForServerless("AsyncInferenceConfig")),
        (HasAccelerator, () => EndpointErrors.NotForServerless("AcceleratorType")),
    ];

    private static readonly (Func<CreateEndpointConfigInput, bool> IsUsed, Func<AwsError> Error)[] OfShadowed =
    [
        (input => input.ShadowProductionVariants!.Count != 1
            || input.ProductionVariants!.Count != 1, () => SageMakerErrors.Validation(
            "Exactly one production variant and one shadow production variant must be specified.")),
        (input => input.AsyncInferenceConfig is not null, () => EndpointErrors.NotWithShadow("AsyncInferenceConfig")),
        (HasAccelerator, () => EndpointErrors.NotWithShadow("AcceleratorType")),
        (input => Variants(input).SelectMany(Types).Any(IsInf1), () => EndpointErrors.NotWithShadow("The instance family ml.inf1")),
    ];

    private static readonly (Func<CreateEndpointConfigInput, bool> IsUsed, Func<AwsError> Error)[] OfAsync =
    [
        (input => input.ProductionVariants!.Count > 1, EndpointErrors.AsyncHasOneVariant),

        // InvokeEndpointAsync cannot name an inference component.
        (input => input.ProductionVariants!.Exists(variant => variant.ModelName is null), EndpointErrors.AsyncHostsNoComponents),
    ];

    /// <summary>Throws an error if two members cannot be combined.</summary>
    public static void Check(CreateEndpointConfigInput input)
    {
        Check(OfServerless, Variants(input).Any(variant => variant.ServerlessConfig is not null), input);
        Check(OfShadowed, input.ShadowProductionVariants is { Count: > 0 }, input);
        Check(OfAsync, input.AsyncInferenceConfig is not null, input);
    }

    private static void Check(
        (Func<CreateEndpointConfigInput, bool> IsUsed, Func<AwsError> Error)[] exclusions, bool apply,
        CreateEndpointConfigInput input)
    {
        if (apply && exclusions.FirstOrDefault(exclusion => exclusion.IsUsed(input)).Error is { } error)
        {
            throw error();
        }
    }

    private static IEnumerable<ProductionVariant> Variants(CreateEndpointConfigInput input) =>
        input.ProductionVariants!.Concat(input.ShadowProductionVariants ?? []);

    private static bool HasAccelerator(CreateEndpointConfigInput input) =>
        Variants(input).Any(variant => variant.AcceleratorType is not null);

    private static IEnumerable<string?> Types(ProductionVariant variant) =>
        (variant.InstancePools ?? []).Select(pool => pool.InstanceType).Prepend(variant.InstanceType);

    private static bool IsInf1(string? type) => type?.StartsWith("ml.inf1.", StringComparison.OrdinalIgnoreCase) is true;
}
