using System.Collections.Immutable;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Limits;
using RollingDeploy.Core.Resources;
using RollingDeploy.Core.Tags;

namespace RollingDeploy.Core.Models;

/// <summary>A model: what its containers run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Images">The image of each container, as specified.</param>
/// <param name="Document">The request that made it, as canonical JSON: members that are only stored and returned.</param>
/// <param name="CreationTime">When it was made.</param>
public sealed record Model(string Name, ImmutableArray<string> Images, string Document, DateTimeOffset CreationTime) : IResource
{
    /// <summary>Whether a container was bought on AWS Marketplace: guardrails do not cover those.</summary>
    public bool IsFromMarketplace { get; init; }

    /// <summary>How its containers' environment says that it behaves; null where it says nothing.</summary>
    public ModelBehavior? Behavior { get; init; }

    /// <summary>What it is made of.</summary>
    public ModelContents Contents { get; init; } = ModelContents.Plain;

    /// <summary>Whether its containers are cut off from the network: no serverless endpoint can do that.</summary>
    public bool IsIsolated { get; init; }

    /// <summary>Whether a container names its data by ModelDataSource: no serverless endpoint can read that.</summary>
    public bool HasModelDataSource { get; init; }

    /// <summary>What its instances are made from, wherever they are.</summary>
    public VariantSpec Spec => new("", "", Name, null, Images) { Behavior = Behavior, Contents = Contents };
}

/// <summary>Makes a model; its result is the ARN.</summary>
public sealed record CreateModel(string Region, string Name, ImmutableArray<string> Images, string Document)
    : Command<string>(Region)
{
    /// <summary>The tags to begin with.</summary>
    public ImmutableArray<Tag> Tags { get; init; } = [];

    /// <summary>Whether a container was bought on AWS Marketplace.</summary>
    public bool IsFromMarketplace { get; init; }

    /// <summary>The model packages that containers are from.</summary>
    public ImmutableArray<string> Packages { get; init; } = [];

    /// <summary>Everything that the containers read their data from.</summary>
    public ImmutableArray<string> DataUrls { get; init; } = [];

    /// <summary>The role that reads it; null where none is given.</summary>
    public string? RoleArn { get; init; }

    /// <summary>How its containers' environment says that it behaves.</summary>
    public ModelBehavior? Behavior { get; init; }

    /// <summary>What it is made of, besides its data.</summary>
    public ModelContents Contents { get; init; } = ModelContents.Plain;

    /// <summary>Whether its containers are cut off from the network.</summary>
    public bool IsIsolated { get; init; }

    /// <summary>Whether a container names its data by ModelDataSource.</summary>
    public bool HasModelDataSource { get; init; }

    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        region.Models.RequireFree(Name);
        region.Simulation.ModelAccess.Require(this);
        region.Limits.Require(ServiceLimit.Models, 1, ServiceLimit.Models.Utilization(region));
        var arn = region.Models.ArnOf(Name);
        var tags = region.Tags.With(arn, Tags);
        region.Models.Add(new Model(Name, Images, Document, region.Now)
        {
            IsFromMarketplace = IsFromMarketplace,
            Behavior = Behavior,
            Contents = Contents with { DataUrl = DataUrls.FirstOrDefault() },
            IsIsolated = IsIsolated,
            HasModelDataSource = HasModelDataSource,
        });
        region.Tags.Put(arn, tags);
        return arn;
    }
}

/// <summary>Removes a model's entry; whether it is in use is not asked, as on AWS.</summary>
public sealed record DeleteModel(string Region, string Name) : Command<string>(Region)
{
    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        region.Models.Remove(region.Models.Get(Name));
        return region.Models.ArnOf(Name);
    }
}
