using RollingDeploy.Core.Models;

namespace RollingDeploy.Core.Endpoints;

/// <summary>
/// The models that cannot be used in an endpoint configuration. The sources are the developer guide's pages "Deploy models with
/// Serverless Inference" (feature exclusions) and "Shadow tests" (exclusions).
/// </summary>
internal static class ModelExclusions
{
    private static readonly (ModelFeatures Feature, Func<AwsError> Error)[] OfServerless =
    [
        (ModelFeatures.NetworkIsolation, EndpointErrors.ServerlessIsNotIsolated),
        (ModelFeatures.ModelDataSource, EndpointErrors.ServerlessHasNoModelDataSource),
        (ModelFeatures.Vpc, () => EndpointErrors.NotForServerless("A model with VpcConfig")),
        (ModelFeatures.MultiModel, () => EndpointErrors.NotForServerless("A multi-model container")),
        (ModelFeatures.MultiContainer, () => EndpointErrors.NotForServerless("A model with more than one container")),
        (ModelFeatures.Marketplace, () => EndpointErrors.NotForServerless("A model package from AWS Marketplace")),
        (ModelFeatures.PrivateRegistry, () => EndpointErrors.NotForServerless("A container image in a private registry")),
    ];

    private static readonly (ModelFeatures Feature, Func<AwsError> Error)[] OfAsync =
    [
        (ModelFeatures.Marketplace, EndpointErrors.AsyncIsNotFromMarketplace),
    ];

    private static readonly (ModelFeatures Feature, Func<AwsError> Error)[] OfShadowed =
    [
        (ModelFeatures.Marketplace, () => EndpointErrors.NotWithShadow("A model package from AWS Marketplace")),
        (ModelFeatures.MultiContainer, () => EndpointErrors.NotWithShadow("A model with more than one container")),
        (ModelFeatures.MultiModel, () => EndpointErrors.NotWithShadow("A multi-model container")),
    ];

    /// <summary>
    /// Throws an error if a model has a feature that the configuration does not support. It is checked again when an endpoint is
    /// created or updated, because a model can be replaced by another one with the same name. Missing models are ignored.
    /// </summary>
    public static void Check(Region region, IReadOnlyCollection<ProductionVariant> variants, bool isAsync)
    {
        var names = variants.SelectMany(variant => variant.Pools.Select(pool => pool.ModelName).Prepend(variant.ModelName));
        foreach (var name in names.OfType<string>())
        {
            if (region.Models.TryGet(name, out var model))
            {
                Check(OfServerless, variants.Any(variant => variant.IsServerless), model);
                Check(OfAsync, isAsync, model);
                Check(OfShadowed, variants.Any(variant => variant.IsShadow), model);
            }
        }
    }

    private static void Check((ModelFeatures Feature, Func<AwsError> Error)[] exclusions, bool apply, Model model)
    {
        foreach (var (feature, error) in exclusions)
        {
            if (apply && model.Features.HasFlag(feature))
            {
                throw error();
            }
        }
    }
}
