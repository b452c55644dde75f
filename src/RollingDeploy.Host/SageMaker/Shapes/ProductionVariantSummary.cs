using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>The current state of a variant. During a change, the desired values differ from the current ones.</summary>
internal sealed record ProductionVariantSummary
{
    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? VariantName { get; init; }

    public List<DeployedImage>? DeployedImages { get; init; }

    [Range(0)]
    public float? CurrentWeight { get; init; }

    [Range(0)]
    public float? DesiredWeight { get; init; }

    [Range(0)]
    public int? CurrentInstanceCount { get; init; }

    [Range(0)]
    public int? DesiredInstanceCount { get; init; }

    [Length(1)]
    public List<InstancePoolSummary>? InstancePools { get; init; }

    /// <summary>What a deployment is doing to the variant. It is absent if there is no deployment.</summary>
    [Length(0, 5)]
    public List<ProductionVariantStatus>? VariantStatus { get; init; }

    public ProductionVariantServerlessConfig? CurrentServerlessConfig { get; init; }
    public ProductionVariantServerlessConfig? DesiredServerlessConfig { get; init; }
    public ProductionVariantManagedInstanceScaling? ManagedInstanceScaling { get; init; }
    public ProductionVariantRoutingConfig? RoutingConfig { get; init; }
    public ProductionVariantCapacityReservationSummary? CapacityReservationConfig { get; init; }
}

/// <summary>What a deployment is doing to a variant, with the start time.</summary>
internal sealed record ProductionVariantStatus
{
    [Required, OneOf("Creating", "Updating", "Deleting", "ActivatingTraffic", "Baking")]
    public string? Status { get; init; }

    [Length(0, 1024)]
    public string? StatusMessage { get; init; }

    public DateTimeOffset? StartTime { get; init; }
}

/// <summary>An image as specified, and as resolved at the time of the deployment.</summary>
internal sealed record DeployedImage
{
    [Length(0, 255), Pattern(Patterns.Image)]
    public string? SpecifiedImage { get; init; }

    /// <summary>The image with its digest instead of its tag.</summary>
    [Length(0, 255), Pattern(Patterns.Image)]
    public string? ResolvedImage { get; init; }

    public DateTimeOffset? ResolutionTime { get; init; }
}

/// <summary>The capacity reservation of a variant.</summary>
internal sealed record ProductionVariantCapacityReservationSummary
{
    [Length(20, 258), Pattern(Patterns.MlReservationArn)]
    public string? MlReservationArn { get; init; }

    [OneOf("capacity-reservations-only")]
    public string? CapacityReservationPreference { get; init; }

    [Range(0)]
    public int? TotalInstanceCount { get; init; }

    [Range(0)]
    public int? AvailableInstanceCount { get; init; }

    [Range(0)]
    public int? UsedByCurrentEndpoint { get; init; }

    public List<Ec2CapacityReservation>? Ec2CapacityReservations { get; init; }
}

/// <summary>An EC2 reservation that is shared with an ML reservation.</summary>
internal sealed record Ec2CapacityReservation
{
    public string? Ec2CapacityReservationId { get; init; }

    [Range(0)]
    public int? TotalInstanceCount { get; init; }

    [Range(0)]
    public int? AvailableInstanceCount { get; init; }

    [Range(0)]
    public int? UsedByCurrentEndpoint { get; init; }
}
