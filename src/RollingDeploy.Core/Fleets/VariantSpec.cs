using System.Collections.Immutable;
using RollingDeploy.Core.Containers;

namespace RollingDeploy.Core.Fleets;

/// <summary>What an instance was made from: a snapshot, so deleting a model or a config does not touch what runs.</summary>
/// <param name="ConfigName">The endpoint configuration.</param>
/// <param name="VariantName">The variant within it.</param>
/// <param name="ModelName">The model, if the variant has one.</param>
/// <param name="InstanceType">Such as <c>ml.m5.large</c>.</param>
/// <param name="Images">The containers' images, as specified.</param>
public sealed record VariantSpec(
    string ConfigName,
    string VariantName,
    string? ModelName,
    string? InstanceType,
    ImmutableArray<string> Images) : IContainerSpec
{
    /// <summary>What a copy of an inference component takes of its instance; null for instances, and for adapters.</summary>
    public CopyNeeds? Needs { get; init; }

    /// <summary>The instance types to choose from, the first choice first; empty where it has one of its own.</summary>
    public ImmutableArray<PoolSpec> Pools { get; init; } = [];

    /// <summary>The instance types that its instances can have: none where it is serverless.</summary>
    public IEnumerable<string> InstanceTypes =>
        Pools.IsEmpty ? new[] { InstanceType }.OfType<string>() : Pools.Select(pool => pool.InstanceType);

    /// <summary>What an instance can be made from, the first choice first.</summary>
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

    /// <summary>How its containers' environment says that it behaves; null where it says nothing.</summary>
    public ModelBehavior? Behavior { get; init; }

    /// <summary>Whether it takes a copy of the production variant's traffic, and no share of it.</summary>
    public bool IsShadow { get; init; }

    /// <summary>When SageMaker adds and releases instances by itself; null where it does not.</summary>
    public ManagedScaling? ManagedScaling { get; init; }

    /// <summary>How its configuration says that utilization is published.</summary>
    public MetricPublishing Publishing { get; init; } = MetricPublishing.Default;

    /// <summary>AWS's ContainerStartupHealthCheckTimeoutInSeconds; null for the world's own.</summary>
    public TimeSpan? PingTimeout { get; init; }

    /// <summary>AWS's ModelDataDownloadTimeoutInSeconds; null where downloads are waited for.</summary>
    public TimeSpan? DownloadTimeout { get; init; }

    /// <summary>What its model is made of.</summary>
    public ModelContents Contents { get; init; } = ModelContents.Plain;

    /// <summary>Whether its answers come in the form that an explainer gives them.</summary>
    public bool IsExplained { get; init; }

    /// <summary>Whether the model was bought on AWS Marketplace.</summary>
    public bool IsFromMarketplace { get; init; }

    /// <summary>Whether its requests are queued, and answers are written to S3.</summary>
    public bool IsAsync { get; init; }

    /// <summary>Whether the variant is serverless.</summary>
    public bool IsServerless => Serverless is not null;

    /// <summary>The concurrency that its configuration gives a serverless variant; null for any other.</summary>
    public ServerlessCapacity? Serverless { get; init; }

    /// <summary>The same where one of its containers answers alone.</summary>
    internal VariantSpec For(DirectContainer container) =>
        this with { Images = container.Images, Behavior = container.Behavior };

    /// <summary>Which choice an instance type is, from 0; −1 where there is none.</summary>
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

/// <summary>An instance pool, with a snapshot of the model that its instances serve.</summary>
public sealed record PoolSpec(string InstanceType, string? ModelName, ImmutableArray<string> Images, ModelBehavior? Behavior)
{
    /// <summary>What that model is made of.</summary>
    public ModelContents Contents { get; init; } = ModelContents.Plain;
}
