using System.Collections.Immutable;
using RollingDeploy.Core.Containers;

namespace RollingDeploy.Core.Fleets;

/// <summary>
/// The specification that an instance was made from. It is a snapshot, so deleting a model or a configuration does not affect
/// instances.
/// </summary>
/// <param name="ConfigName">The endpoint configuration.</param>
/// <param name="VariantName">The variant of the configuration.</param>
/// <param name="ModelName">The model; null if the variant has none.</param>
/// <param name="InstanceType">The instance type, such as <c>ml.m5.large</c>.</param>
/// <param name="Images">The images of the containers, as specified.</param>
public sealed record VariantSpec(
    string ConfigName,
    string VariantName,
    string? ModelName,
    string? InstanceType,
    ImmutableArray<string> Images) : IContainerSpec
{
    /// <summary>The resources that a copy of an inference component uses; null for instances and adapters.</summary>
    public CopyNeeds? Needs { get; init; }

    /// <summary>The instance pools, first choice first; empty if the variant has its own instance type.</summary>
    public ImmutableArray<PoolSpec> Pools { get; init; } = [];

    /// <summary>The instance types that its instances can have. A serverless variant has none.</summary>
    public IEnumerable<string> InstanceTypes =>
        Pools.IsEmpty ? new[] { InstanceType }.OfType<string>() : Pools.Select(pool => pool.InstanceType);

    /// <summary>The specifications that an instance can be made from, first choice first.</summary>
    internal IEnumerable<VariantSpec> Choices => Pools.IsEmpty
        ? [this]
        : Pools.Select(pool => this with
        {
            InstanceType = pool.InstanceType,
            ModelName = pool.ModelName,
            Images = pool.Images,
            Behavior = pool.Behavior,
            Contents = pool.Contents
        });

    /// <summary>The behavior that the environment of its containers sets; null if it sets none.</summary>
    public ModelBehavior? Behavior { get; init; }

    /// <summary>
    /// Whether it is a shadow variant, which gets copies of requests to the production variant and no share of the traffic.
    /// </summary>
    public bool IsShadow { get; init; }

    /// <summary>The settings for automatic changes of the instance count by SageMaker; null if these are disabled.</summary>
    public ManagedScaling? ManagedScaling { get; init; }

    /// <summary>How its configuration publishes utilization.</summary>
    public MetricPublishing Publishing { get; init; } = MetricPublishing.Default;

    /// <summary>The settings of prefix-aware routing; null for another routing strategy.</summary>
    public PrefixRouting? PrefixRouting { get; init; }

    /// <summary>AWS's ContainerStartupHealthCheckTimeoutInSeconds; null for the default of the world.</summary>
    public TimeSpan? PingTimeout { get; init; }

    /// <summary>AWS's ModelDataDownloadTimeoutInSeconds; null for no timeout.</summary>
    public TimeSpan? DownloadTimeout { get; init; }

    /// <summary>The contents of its model.</summary>
    public ModelContents Contents { get; init; } = ModelContents.Plain;

    /// <summary>Whether its responses have the format of an explainer.</summary>
    public bool IsExplained { get; init; }

    /// <summary>Whether the model was bought on AWS Marketplace.</summary>
    public bool IsFromMarketplace { get; init; }

    /// <summary>Whether its requests are queued and responses are written to S3.</summary>
    public bool IsAsync => Async is not null;

    /// <summary>Whether it can have zero instances: if it is asynchronous, or for inference components.</summary>
    public bool ScalesToZero => IsAsync || ModelName is null;

    /// <summary>The settings of an asynchronous endpoint; null for other endpoints.</summary>
    public AsyncSettings? Async { get; init; }

    /// <summary>Whether the variant is serverless.</summary>
    public bool IsServerless => Serverless is not null;

    /// <summary>The concurrency that its configuration sets for a serverless variant; null for other variants.</summary>
    public ServerlessCapacity? Serverless { get; init; }

    /// <summary>Returns the specification for a request to one container.</summary>
    internal VariantSpec For(DirectContainer container) =>
        this with { Images = container.Images, Behavior = container.Behavior };

    /// <summary>Returns the position of an instance type in the pools, from 0; −1 if it is in none.</summary>
    internal int RankOf(string? instanceType)
    {
        for (var i = 0; i < Pools.Length; i++)
        {
            if (string.Equals(Pools[i].InstanceType, instanceType, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>An instance pool, with a snapshot of the model of its instances.</summary>
public sealed record PoolSpec(string InstanceType, string? ModelName, ImmutableArray<string> Images, ModelBehavior? Behavior)
{
    /// <summary>The contents of the model.</summary>
    public ModelContents Contents { get; init; } = ModelContents.Plain;
}
