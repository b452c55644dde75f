using System.Collections.Immutable;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Limits;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Resources;
using RollingDeploy.Core.Tags;

namespace RollingDeploy.Core.Endpoints;

/// <summary>A variant of an endpoint configuration.</summary>
/// <param name="Name">The name, which is unique in the configuration.</param>
/// <param name="ModelName">The model; null for endpoints that host inference components.</param>
/// <param name="InstanceType">
/// The instance type, such as <c>ml.m5.large</c>; null for serverless variants and instance pools.
/// </param>
/// <param name="InitialInstanceCount">The initial number of instances.</param>
/// <param name="InitialWeight">
/// The initial weight. The traffic share of a variant is its weight divided by the sum of all weights.
/// </param>
public sealed record ProductionVariant(
    string Name,
    string? ModelName,
    string? InstanceType,
    int InitialInstanceCount,
    float InitialWeight)
{
    /// <summary>
    /// Whether it is serverless. Then it is simulated as one instance without a type, which deployments replace.
    /// </summary>
    public bool IsServerless => Serverless is not null;

    /// <summary>
    /// Whether it is a shadow variant, which gets copies of requests to the production variant and no share of the traffic.
    /// </summary>
    public bool IsShadow { get; init; }

    /// <summary>The memory of a serverless variant, in MB; null for other variants.</summary>
    public int? ServerlessMemoryMb { get; init; }

    /// <summary>The concurrency of a serverless variant; null for other variants.</summary>
    public ServerlessCapacity? Serverless { get; init; }

    /// <summary>The instance pools, first choice first; empty if the variant has its own instance type.</summary>
    public ImmutableArray<InstancePool> Pools { get; init; } = [];

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
}

/// <summary>An instance pool: an instance type that a variant can use.</summary>
/// <param name="InstanceType">The instance type, such as <c>ml.m5.large</c>.</param>
/// <param name="ModelName">The model of its instances; null for the model of the variant.</param>
public sealed record InstancePool(string InstanceType, string? ModelName);

/// <summary>An endpoint configuration. It is immutable.</summary>
/// <param name="Name">The name.</param>
/// <param name="Variants">The variants in the order of the request, with shadow variants last.</param>
/// <param name="Document">
/// The request that created it, as canonical JSON. It has the members that are only stored and returned.
/// </param>
/// <param name="CreationTime">When it was created.</param>
public sealed record EndpointConfig(
    string Name,
    ImmutableArray<ProductionVariant> Variants,
    string Document,
    DateTimeOffset CreationTime) : IResource
{
    /// <summary>Whether its endpoints queue requests and write responses to S3.</summary>
    public bool IsAsync => Async is not null;

    /// <summary>The settings of asynchronous endpoints; null for other endpoints.</summary>
    public AsyncSettings? Async { get; init; }

    /// <summary>Whether its models have an explainer (ExplainerConfig).</summary>
    public bool IsExplained { get; init; }

    /// <summary>The fleet that percentages in a deployment configuration refer to.</summary>
    internal SizedFleet Sizes => SizedFleet.OfInstances(
        Variants.Where(variant => !variant.IsShadow)
            .Select(variant => new SizedVariant(variant.Name, variant.InitialInstanceCount)));
}

/// <summary>Creates an endpoint configuration. The result is the ARN.</summary>
public sealed record CreateEndpointConfig(string Region, string Name, ImmutableArray<ProductionVariant> Variants, string Document)
    : Command<string>(Region)
{
    /// <summary>The settings of asynchronous endpoints, which queue requests; null for other endpoints.</summary>
    public AsyncSettings? Async { get; init; }

    /// <summary>Whether its models have an explainer (ExplainerConfig).</summary>
    public bool IsExplained { get; init; }

    /// <summary>The initial tags.</summary>
    public ImmutableArray<Tag> Tags { get; init; } = [];

    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        region.EndpointConfigs.RequireFree(Name);
        if (Variants.GroupBy(variant => variant.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is
            { } twice)
        {
            throw SageMakerErrors.Validation($"Duplicate variant names are not allowed: {twice.Key}");
        }

        var models = Variants.Select(variant => variant.ModelName);
        var overrides = Variants.SelectMany(variant => variant.Pools).Select(pool => pool.ModelName);
        foreach (var name in models.Concat(overrides).OfType<string>())
        {
            region.Models.Get(name);
        }

        ModelExclusions.Check(region, Variants, Async is not null);

        foreach (var variant in Variants)
        {
            region.Limits.Require(ServiceLimit.ServerlessMemory, variant.ServerlessMemoryMb ?? 0);
        }

        var arn = region.EndpointConfigs.ArnOf(Name);
        var tags = region.Tags.With(arn, Tags);
        var config = new EndpointConfig(Name, Variants, Document, region.Now) { Async = Async, IsExplained = IsExplained };
        region.EndpointConfigs.Add(config, new TaggedFacts(config, tags));
        region.Tags.Put(arn, tags);
        return arn;
    }
}

/// <summary>
/// Deletes an endpoint configuration. As on AWS, it is not checked whether it is in use. The result is the ARN.
/// </summary>
public sealed record DeleteEndpointConfig(string Region, string Name) : Command<string>(Region)
{
    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var (config, arn) = (region.EndpointConfigs.Get(Name), region.EndpointConfigs.ArnOf(Name));
        region.EndpointConfigs.Remove(config, new TaggedFacts(config, region.Tags.Of(arn)));
        return arn;
    }
}
