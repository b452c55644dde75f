using System.Collections.Immutable;

namespace RollingDeploy.Core.Plans;

/// <summary>What distinguishes one <see cref="DeploymentPolicy"/> from the others. Each plan declares its own.</summary>
public sealed record DeploymentStrategy
{
    private const string FullCapacity = "full capacity";

    internal DeploymentStrategy(Func<DeploymentConfig, ImmutableArray<VariantSize>, bool, Plan> build) => Build = build;

    /// <summary>The Type of a TrafficRoutingConfiguration, such as <c>CANARY</c>; null for a policy without one.</summary>
    public string? RoutingType { get; init; }

    /// <summary>
    /// The capacity that takes traffic before the whole new fleet does, in the words of AWS's status messages.
    /// </summary>
    public string PartialCapacity { get; init; } = FullCapacity;

    /// <summary>The capacity once the whole new fleet takes traffic, in the words of AWS's status messages.</summary>
    public string WholeCapacity { get; init; } = FullCapacity;

    /// <summary>Builds the plan. The last argument is whether the last step is followed by a bake too.</summary>
    internal Func<DeploymentConfig, ImmutableArray<VariantSize>, bool, Plan> Build { get; }

    /// <summary>The rule for the size of a step; null for a policy without sizes.</summary>
    internal Func<DeploymentConfig, SizeRule>? Size { get; init; }

    /// <summary>Returns the strategy of a policy.</summary>
    public static DeploymentStrategy Of(DeploymentPolicy policy) => policy switch
    {
        DeploymentPolicy.Default => DefaultPlan.Strategy,
        DeploymentPolicy.AllAtOnce => AllAtOncePlan.Strategy,
        DeploymentPolicy.Canary => CanaryPlan.Strategy,
        DeploymentPolicy.Linear => LinearPlan.Strategy,
        DeploymentPolicy.Rolling => RollingPlan.Strategy,
    };

    /// <summary>Returns the policy of a TrafficRoutingConfiguration's Type.</summary>
    public static DeploymentPolicy PolicyOf(string routingType) =>
        Enum.GetValues<DeploymentPolicy>().Single(policy => Of(policy).RoutingType == routingType);
}
