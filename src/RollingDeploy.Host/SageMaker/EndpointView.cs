using RollingDeploy.Core.Fleets;
using RollingDeploy.Host.SageMaker.Shapes;
using Endpoint = RollingDeploy.Core.Endpoints.Endpoint;

namespace RollingDeploy.Host.SageMaker;

/// <summary>Makes the output of DescribeEndpoint from the current state of an endpoint (deployment-guardrails.md §9).</summary>
internal static class EndpointView
{
    public static DescribeEndpointOutput Of(Endpoint endpoint)
    {
        var given = (endpoint.Current ?? endpoint.Pending) is { } fleet
            ? Document.Read<CreateEndpointConfigInput>(fleet.Document)
            : null;
        return new()
        {
            EndpointName = endpoint.Name,
            EndpointArn = endpoint.Arn,
            EndpointConfigName = endpoint.ConfigName,
            EndpointStatus = endpoint.Status.ToString(),
            FailureReason = endpoint.ShownFailureReason,
            CreationTime = endpoint.CreationTime,
            LastModifiedTime = endpoint.LastModifiedTime,
            LastDeploymentConfig = DeploymentConfigs.Write(endpoint.LastDeploymentConfig),
            ProductionVariants = Serving(endpoint, isShadow: false, given?.ProductionVariants),
            ShadowProductionVariants = Serving(endpoint, isShadow: true, given?.ShadowProductionVariants),
            PendingDeploymentSummary = endpoint.Pending is { } pending ? Pending(endpoint, pending) : null,
            DataCaptureConfig = DataCapture(given?.DataCaptureConfig),
            AsyncInferenceConfig = given?.AsyncInferenceConfig,
            ExplainerConfig = given?.ExplainerConfig,
            MetricsConfig = given is null ? null : MetricsConfigs.WithDefault(given.MetricsConfig),
        };
    }

    // A variant that an update has removed is not shown after its last instance has terminated.
    private static List<ProductionVariantSummary>? Serving(Endpoint endpoint, bool isShadow, List<ProductionVariant>? given) =>
        endpoint.Current is not { } fleet ? null : NoneIfEmpty(fleet.Variants
            .Where(variant => variant.Spec.IsShadow == isShadow)
            .Where(variant => variant.Desired > 0 || variant.Total > 0 || Find(given, variant) is not null)
            .Select(variant => Serving(endpoint, fleet, variant, Find(given, variant))));

    private static ProductionVariantSummary Serving(
        Endpoint endpoint, Fleet fleet, VariantFleet variant, ProductionVariant? given) => new()
        {
            VariantName = variant.Spec.VariantName,
            DeployedImages = DeployedImages.Of(variant.Spec.Images, fleet.CreatedAt),
            CurrentWeight = WeightOf(variant, variant.Weight),
            DesiredWeight = WeightOf(variant, variant.DesiredWeight),
            CurrentInstanceCount = variant.Spec.IsServerless ? null : variant.Present,
            DesiredInstanceCount = variant.Spec.IsServerless ? null : variant.Desired,
            InstancePools = Pools(variant, variant.Present),
            CurrentServerlessConfig = Serverless(variant.Serverless, given),
            DesiredServerlessConfig = Serverless(variant.DesiredServerless, given),
            ManagedInstanceScaling = given?.ManagedInstanceScaling,
            RoutingConfig = given?.RoutingConfig,
            CapacityReservationConfig = CapacityReservations.Of(endpoint, variant, given?.CapacityReservationConfig),
            VariantStatus = VariantStatuses.Of(endpoint, FleetSide.Old, variant.Spec.VariantName),
        };

    private static PendingDeploymentSummary Pending(Endpoint endpoint, Fleet fleet)
    {
        var given = Document.Read<CreateEndpointConfigInput>(fleet.Document);
        return new()
        {
            EndpointConfigName = fleet.ConfigName,
            StartTime = fleet.CreatedAt,
            ProductionVariants = Pending(endpoint, fleet, isShadow: false, given.ProductionVariants),
            ShadowProductionVariants = Pending(endpoint, fleet, isShadow: true, given.ShadowProductionVariants),
        };
    }

    private static List<PendingProductionVariantSummary>? Pending(
        Endpoint endpoint, Fleet fleet, bool isShadow, List<ProductionVariant>? given) => NoneIfEmpty(fleet.Variants
            .Where(variant => variant.Spec.IsShadow == isShadow)
            .Select(variant => Pending(endpoint, variant, Find(given, variant), fleet.CreatedAt)));

    private static PendingProductionVariantSummary Pending(
        Endpoint endpoint, VariantFleet variant, ProductionVariant? given, DateTimeOffset started) => new()
        {
            VariantName = variant.Spec.VariantName,
            DeployedImages = DeployedImages.Of(variant.Spec.Images, started),
            CurrentWeight = WeightOf(variant, variant.Active > 0 ? variant.Weight : 0),
            DesiredWeight = WeightOf(variant, variant.Weight),
            CurrentInstanceCount = variant.Spec.IsServerless ? null : variant.Active,
            DesiredInstanceCount = variant.Spec.IsServerless ? null : variant.Desired,
            CurrentServerlessConfig = variant.Active > 0 ? Serverless(variant.Serverless, given) : null,
            DesiredServerlessConfig = Serverless(variant.DesiredServerless, given),
            InstanceType = variant.Spec.InstanceType,
            InstancePools = Pools(variant, variant.Active),
            AcceleratorType = given?.AcceleratorType,
            ManagedInstanceScaling = given?.ManagedInstanceScaling,
            RoutingConfig = given?.RoutingConfig,
            VariantStatus = VariantStatuses.Of(endpoint, FleetSide.New, variant.Spec.VariantName),
        };

    // A variant for inference components has no weight, because requests name a component (terraform-provider-aws, issue 35011).
    private static float? WeightOf(VariantFleet variant, float weight) => variant.Spec.ModelName is null ? null : weight;

    // Counts only as many instances as the variant's own count, so that the pools add up to it.
    private static List<InstancePoolSummary>? Pools(VariantFleet variant, int count)
    {
        var types = variant.Instances.Where(instance => instance.HasServed).Take(count)
            .Select(instance => instance.Spec.InstanceType)
            .ToList();
        return variant.Spec.Pools.IsEmpty
            ? null
            : [.. variant.Spec.Pools.DistinctBy(pool => pool.InstanceType).Select(pool => new InstancePoolSummary
            {
                InstanceType = pool.InstanceType,
                CurrentInstanceCount = types.Count(type => type == pool.InstanceType),
            })];
    }

    private static ProductionVariantServerlessConfig? Serverless(ServerlessCapacity? capacity, ProductionVariant? given) =>
        given?.ServerlessConfig is not { } config ? null : config with
        {
            MaxConcurrency = capacity?.MaxConcurrency ?? config.MaxConcurrency,
            ProvisionedConcurrency = capacity?.ProvisionedConcurrency ?? config.ProvisionedConcurrency,
        };

    private static DataCaptureConfigSummary? DataCapture(DataCaptureConfig? given) => given is null ? null : new()
    {
        EnableCapture = given.EnableCapture ?? true,
        CaptureStatus = given.EnableCapture is false ? "Stopped" : "Started",
        CurrentSamplingPercentage = given.InitialSamplingPercentage,
        DestinationS3Uri = given.DestinationS3Uri,
        KmsKeyId = given.KmsKeyId ?? "",
    };

    private static ProductionVariant? Find(List<ProductionVariant>? given, VariantFleet variant) =>
        given?.Find(each => each.VariantName == variant.Spec.VariantName);

    private static List<T>? NoneIfEmpty<T>(IEnumerable<T> items) => items.ToList() is { Count: > 0 } list ? list : null;
}
