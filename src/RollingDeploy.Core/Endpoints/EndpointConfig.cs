using System.Collections.Immutable;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Limits;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Resources;
using RollingDeploy.Core.Tags;

namespace RollingDeploy.Core.Endpoints;

/// <summary>What one variant of an endpoint configuration asks for.</summary>
/// <param name="Name">Unique within the configuration.</param>
/// <param name="ModelName">The model that it serves; null for endpoints that host inference components.</param>
/// <param name="InstanceType">Such as <c>ml.m5.large</c>; null for serverless variants.</param>
/// <param name="InitialInstanceCount">Instances to begin with.</param>
/// <param name="InitialWeight">Its share of the traffic is this over the sum of all variants' weights.</param>
public sealed record ProductionVariant(
    string Name,
    string? ModelName,
    string? InstanceType,
    int InitialInstanceCount,
    float InitialWeight)
{
    /// <summary>
    /// Whether it is serverless. It then runs as one simulated instance without a type: what a deployment moves is that one.
    /// </summary>
    public bool IsServerless => Serverless is not null;

    /// <summary>Whether it takes a copy of the production variant's traffic, and no share of it.</summary>
    public bool IsShadow { get; init; }

    /// <summary>The memory of a serverless variant.</summary>
    public int? ServerlessMemoryMb { get; init; }

    /// <summary>The concurrency of a serverless variant; null for any other.</summary>
    public ServerlessCapacity? Serverless { get; init; }

    /// <summary>The instance types to choose from, the first choice first; empty where it has one of its own.</summary>
    public ImmutableArray<InstancePool> Pools { get; init; } = [];

    /// <summary>When SageMaker adds and releases instances by itself; null where it does not.</summary>
    public ManagedScaling? ManagedScaling { get; init; }

    /// <summary>How its configuration says that utilization is published.</summary>
    public MetricPublishing Publishing { get; init; } = MetricPublishing.Default;

    /// <summary>AWS's ContainerStartupHealthCheckTimeoutInSeconds: how long an instance may take to answer its ping.</summary>
    public TimeSpan? PingTimeout { get; init; }

    /// <summary>AWS's ModelDataDownloadTimeoutInSeconds; null where downloads are waited for.</summary>
    public TimeSpan? DownloadTimeout { get; init; }
}

/// <summary>One of the instance types that a variant may run on.</summary>
/// <param name="InstanceType">Such as <c>ml.m5.large</c>.</param>
/// <param name="ModelName">The model that its instances serve; null for the variant's.</param>
public sealed record InstancePool(string InstanceType, string? ModelName);

/// <summary>An endpoint configuration. It never changes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Variants">In the order given, shadow variants last.</param>
/// <param name="Document">The request that made it, as canonical JSON: members that are only stored and returned.</param>
/// <param name="CreationTime">When it was made.</param>
public sealed record EndpointConfig(
    string Name,
    ImmutableArray<ProductionVariant> Variants,
    string Document,
    DateTimeOffset CreationTime) : IResource
{
    /// <summary>Whether its endpoints queue requests, and write answers to S3.</summary>
    public bool IsAsync { get; init; }

    /// <summary>Whether an explainer answers for its models (ExplainerConfig).</summary>
    public bool IsExplained { get; init; }

    /// <summary>What the sizes of a deployment to it are parts of.</summary>
    internal SizedFleet Sizes => SizedFleet.OfInstances(
        Variants.Where(variant => !variant.IsShadow)
            .Select(variant => new SizedVariant(variant.Name, variant.InitialInstanceCount)));
}

/// <summary>Makes an endpoint configuration; its result is the ARN.</summary>
public sealed record CreateEndpointConfig(string Region, string Name, ImmutableArray<ProductionVariant> Variants, string Document)
    : Command<string>(Region)
{
    /// <summary>Whether its endpoints queue requests, and write answers to S3.</summary>
    public bool IsAsync { get; init; }

    /// <summary>Whether an explainer answers for its models (ExplainerConfig).</summary>
    public bool IsExplained { get; init; }

    /// <summary>The tags to begin with.</summary>
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
        foreach (var model in models.Concat(overrides).OfType<string>())
        {
            region.Models.Get(model);
        }

        foreach (var variant in Variants.Where(variant => variant is { IsServerless: true, ModelName: not null }))
        {
            RequireServerless(region.Models.Get(variant.ModelName!));
        }

        foreach (var variant in Variants)
        {
            region.Limits.Require(ServiceLimit.ServerlessMemory, variant.ServerlessMemoryMb ?? 0);
        }

        var arn = region.EndpointConfigs.ArnOf(Name);
        var tags = region.Tags.With(arn, Tags);
        region.EndpointConfigs.Add(
            new EndpointConfig(Name, Variants, Document, region.Now) { IsAsync = IsAsync, IsExplained = IsExplained });
        region.Tags.Put(arn, tags);
        return arn;
    }

    private static void RequireServerless(Model model)
    {
        if (model.IsIsolated)
        {
            throw EndpointErrors.ServerlessIsNotIsolated();
        }

        if (model.HasModelDataSource)
        {
            throw EndpointErrors.ServerlessHasNoModelDataSource();
        }
    }
}

/// <summary>Removes an endpoint configuration; whether it is in use is not asked, as on AWS.</summary>
public sealed record DeleteEndpointConfig(string Region, string Name) : Command<string>(Region)
{
    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        region.EndpointConfigs.Remove(region.EndpointConfigs.Get(Name));
        return region.EndpointConfigs.ArnOf(Name);
    }
}
