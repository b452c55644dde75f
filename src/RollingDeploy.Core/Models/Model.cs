using System.Collections.Immutable;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Limits;
using RollingDeploy.Core.Resources;
using RollingDeploy.Core.Tags;

namespace RollingDeploy.Core.Models;

/// <summary>A model and its containers.</summary>
/// <param name="Name">The name.</param>
/// <param name="Images">The image of each container, as specified.</param>
/// <param name="Document">
/// The request that created it, as canonical JSON. It has the members that are only stored and returned.
/// </param>
/// <param name="CreationTime">When it was created.</param>
public sealed record Model(string Name, ImmutableArray<string> Images, string Document, DateTimeOffset CreationTime) : IResource
{
    /// <summary>What it uses that some kinds of endpoints do not support.</summary>
    public ModelFeatures Features { get; init; }

    /// <summary>The behavior that the environment of its containers sets; null if it sets none.</summary>
    public ModelBehavior? Behavior { get; init; }

    /// <summary>The contents.</summary>
    public ModelContents Contents { get; init; } = ModelContents.Plain;

    /// <summary>The specification of its instances, without an endpoint configuration and variant.</summary>
    public VariantSpec Spec => new("", "", Name, null, Images) { Behavior = Behavior, Contents = Contents };
}

/// <summary>Creates a model. The result is its ARN.</summary>
public sealed record CreateModel(string Region, string Name, ImmutableArray<string> Images, string Document)
    : Command<string>(Region)
{
    /// <summary>The initial tags.</summary>
    public ImmutableArray<Tag> Tags { get; init; } = [];

    /// <summary>What it uses that some kinds of endpoints do not support.</summary>
    public ModelFeatures Features { get; init; }

    /// <summary>The model packages of the containers.</summary>
    public ImmutableArray<string> Packages { get; init; } = [];

    /// <summary>The locations of all model data.</summary>
    public ImmutableArray<string> DataUrls { get; init; } = [];

    /// <summary>The execution role, which reads the model data; null if none is given.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The behavior that the environment of its containers sets.</summary>
    public ModelBehavior? Behavior { get; init; }

    /// <summary>The contents, apart from the data.</summary>
    public ModelContents Contents { get; init; } = ModelContents.Plain;

    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        region.Models.RequireFree(Name);
        region.Simulation.ModelAccess.Require(this);
        region.Limits.Require(ServiceLimit.Models, 1, ServiceLimit.Models.Utilization(region));
        var arn = region.Models.ArnOf(Name);
        var tags = region.Tags.With(arn, Tags);
        var model = new Model(Name, Images, Document, region.Now)
        {
            Features = Features,
            Behavior = Behavior,
            Contents = Contents with { DataUrl = DataUrls.FirstOrDefault() },
        };
        region.Models.Add(model, new TaggedFacts(model, tags));
        region.Tags.Put(arn, tags);
        return arn;
    }
}

/// <summary>Deletes a model. As on AWS, it is not checked whether the model is in use.</summary>
public sealed record DeleteModel(string Region, string Name) : Command<string>(Region)
{
    /// <inheritdoc/>
    protected internal override string Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var (model, arn) = (region.Models.Get(Name), region.Models.ArnOf(Name));
        region.Models.Remove(model, new TaggedFacts(model, region.Tags.Of(arn)));
        return arn;
    }
}
