using System.Collections.Immutable;
using System.IO.Enumeration;
using RollingDeploy.Core.Arming;

namespace RollingDeploy.Core.Containers;

/// <summary>The behavior of containers with certain images.</summary>
/// <param name="ImagePattern">The pattern for the image as specified. * matches any text.</param>
/// <param name="Behavior">The behavior.</param>
public sealed record ImageBehavior(string ImagePattern, ModelBehavior Behavior);

/// <summary>A behavior of a model that becomes active at a moment.</summary>
/// <param name="Behavior">The behavior.</param>
/// <param name="Armed">The moment and its state.</param>
public sealed record ArmedBehavior(ModelBehavior Behavior, Armed Armed);

/// <summary>
/// The behavior of models. It is set by the environment of the containers, by the image in the configuration, and by PutBehavior
/// for the model; later ones in this list win. Environment and image are those of the instance. The behavior that is put for a
/// model is active at once.
/// </summary>
public sealed class BehaviorTable
{
    private readonly ImmutableArray<ImageBehavior> _byImage;
    private readonly SortedDictionary<string, ModelBehavior> _byModel = new(StringComparer.OrdinalIgnoreCase);

    private readonly SortedDictionary<string, ArmedBehavior> _armed = new(StringComparer.OrdinalIgnoreCase);

    internal BehaviorTable(ImmutableArray<ImageBehavior> byImage) => _byImage = byImage;

    /// <summary>The behaviors that were put for models, by model name.</summary>
    public IReadOnlyDictionary<string, ModelBehavior> ByModel => _byModel;

    /// <summary>The behaviors that were armed for models, whether or not they are active yet, by model name.</summary>
    public IReadOnlyDictionary<string, ArmedBehavior> ArmedByModel => _armed;

    /// <summary>
    /// Returns the behavior of instances made from <paramref name="spec"/>. Members with a default are never null.
    /// </summary>
    public ModelBehavior Of(IContainerSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return Of(spec.ModelName, spec.Images, spec.Behavior);
    }

    /// <summary>
    /// Returns the real servers that respond instead of instances made from <paramref name="spec"/>. If containers are invoked
    /// directly, each can have its own server.
    /// </summary>
    public IEnumerable<Uri> ServersOf(IContainerSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.Contents.Direct.IsEmpty
            ? new[] { Of(spec).ForwardTo }.OfType<Uri>()
            : spec.Contents.Direct.Select(container => Of(spec.ModelName, container.Images, container.Behavior).ForwardTo)
                .OfType<Uri>();
    }

    internal void Set(string model, ModelBehavior? behavior)
    {
        if (behavior is null)
        {
            _byModel.Remove(model);
        }
        else
        {
            _byModel[model] = behavior;
        }
    }

    internal void Arm(string model, ArmedBehavior? armed)
    {
        if (armed is null)
        {
            _armed.Remove(model);
        }
        else
        {
            _armed[model] = armed;
        }
    }

    /// <summary>Activates the armed behavior of a model.</summary>
    internal void BeginArmed(string model) => Set(model, _armed[model].Behavior);

    /// <summary>Returns the armed behaviors, for a snapshot.</summary>
    internal IEnumerable<SavedArmedBehavior> SaveArmed() =>
        _armed.Select(each => new SavedArmedBehavior(each.Key, each.Value.Behavior, SavedArmed.Of(each.Value.Armed)!));

    /// <summary>Adds a behavior of a snapshot.</summary>
    internal void Restore(SavedBehavior saved) => _byModel.Add(saved.Model, saved.Behavior);

    /// <summary>Adds an armed behavior of a snapshot.</summary>
    internal void Restore(Region region, SavedArmedBehavior saved) =>
        _armed.Add(saved.Model, new(saved.Behavior, region.Armed.Open(region, saved.Armed)));

    private ModelBehavior Of(string? modelName, ImmutableArray<string> images, ModelBehavior? own)
    {
        var behavior = ModelBehavior.Default.With(own);
        foreach (var each in _byImage)
        {
            behavior = images.Any(image => FileSystemName.MatchesSimpleExpression(each.ImagePattern, image, ignoreCase: false))
                ? behavior.With(each.Behavior)
                : behavior;
        }

        behavior = modelName is { } model ? behavior.With(_byModel.GetValueOrDefault(model)) : behavior;

        // If the median and the 99th percentile are set in different places, the percentile can be less than the median. Then all
        // responses take as long as the median.
        return behavior.LatencyP99Ms < behavior.LatencyMedianMs
            ? behavior with { LatencyP99Ms = behavior.LatencyMedianMs }
            : behavior;
    }
}
