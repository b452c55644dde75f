using System.Security.Cryptography;
using System.Text;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Host.SageMaker.Shapes;
using Endpoint = RollingDeploy.Core.Endpoints.Endpoint;

namespace RollingDeploy.Host.SageMaker;

/// <summary>An endpoint as DescribeEndpoint shows it at each moment (deployment-guardrails.md §9).</summary>
internal static class EndpointView
{
    public static DescribeEndpointOutput Of(Endpoint endpoint) => new()
    {
        EndpointName = endpoint.Name,
        EndpointArn = endpoint.Arn,
        EndpointConfigName = endpoint.ConfigName,
        EndpointStatus = endpoint.Status.ToString(),
        FailureReason = endpoint.FailureReason,
        CreationTime = endpoint.CreationTime,
        LastModifiedTime = endpoint.LastModifiedTime,
        LastDeploymentConfig = DeploymentConfigs.Write(endpoint.LastDeploymentConfig),
        ProductionVariants = endpoint.Current is { } current
            ? [.. current.Variants.Where(IsShown).Select(variant => Serving(endpoint, variant))]
            : null,
        PendingDeploymentSummary = endpoint.Pending is { } pending ? Pending(endpoint, pending) : null,
    };

    // A variant whose last instance went with an update that dropped it has nothing to show.
    private static bool IsShown(VariantFleet variant) => variant.Desired > 0 || variant.Total > 0;

    private static ProductionVariantSummary Serving(Endpoint endpoint, VariantFleet variant) => new()
    {
        VariantName = variant.Spec.VariantName,
        DeployedImages = Images(variant, endpoint.CreationTime),
        CurrentWeight = variant.Weight,
        DesiredWeight = variant.Weight,
        CurrentInstanceCount = variant.InService,
        DesiredInstanceCount = variant.Desired,
        VariantStatus = VariantStatuses.Of(endpoint, FleetSide.Old, variant.Spec.VariantName),
    };

    private static PendingDeploymentSummary Pending(Endpoint endpoint, Fleet fleet) => new()
    {
        EndpointConfigName = fleet.ConfigName,
        StartTime = endpoint.Deployments[^1].Deployment.StartedAt,
        ProductionVariants = [.. fleet.Variants.Select(variant => new PendingProductionVariantSummary
        {
            VariantName = variant.Spec.VariantName,
            DeployedImages = Images(variant, endpoint.Deployments[^1].Deployment.StartedAt),
            CurrentWeight = variant.Active > 0 ? variant.Weight : 0,
            DesiredWeight = variant.Weight,
            CurrentInstanceCount = variant.Active,
            DesiredInstanceCount = variant.Desired,
            InstanceType = variant.Spec.InstanceType,
            VariantStatus = VariantStatuses.Of(endpoint, FleetSide.New, variant.Spec.VariantName),
        })],
    };

    private static List<DeployedImage>? Images(VariantFleet variant, DateTimeOffset resolved) => variant.Spec.Images.Length == 0
        ? null
        : [.. variant.Spec.Images.Select(image => new DeployedImage
        {
            SpecifiedImage = image,
            ResolvedImage = Resolve(image),
            ResolutionTime = resolved,
        })];

    // Without a registry to ask, the digest is made from the name: the same image always resolves to the same one.
    private static string Resolve(string image)
    {
        if (image.Contains("@sha256:", StringComparison.Ordinal))
        {
            return image;
        }

        var tag = image.IndexOf(':', image.LastIndexOf('/') + 1);
#pragma warning disable CA1308 // Digests are written in lower case.
        var digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(image))).ToLowerInvariant();
#pragma warning restore CA1308
        return $"{(tag < 0 ? image : image[..tag])}@sha256:{digest}";
    }
}
