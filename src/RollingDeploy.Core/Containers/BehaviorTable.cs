using System.Collections.Immutable;
using System.IO.Enumeration;
using RollingDeploy.Core.Arming;

namespace RollingDeploy.Core.Containers;

/// <summary>How containers of certain images behave.</summary>
/// <param name="ImagePattern">The image as specified; * stands for any text.</param>
/// <param name="Behavior">What is said of them.</param>
public sealed record ImageBehavior(string ImagePattern, ModelBehavior Behavior);

/// <summary>What is to be said of a model from a moment on.</summary>
/// <param name="Behavior">What is to be said.</param>
/// <param name="Armed">From when on.</param>
public sealed record ArmedBehavior(ModelBehavior Behavior, Armed Armed);

/// <summary>
/// How models behave: by their containers' environment, then by the image in the configuration, then by what was said of the
/// model since; the last wins. Environment and image are those of the instance; what was said of the model counts at once.
/// </summary>
public sealed class BehaviorTable
{
    private readonly ImmutableArray<ImageBehavior> _byImage;
    private readonly SortedDictionary<string, ModelBehavior> _byModel = new(StringComparer.OrdinalIgnoreCase);

    private readonly SortedDictionary<string, ArmedBehavior> _armed = new(StringComparer.OrdinalIgnoreCase);

    internal BehaviorTable(ImmutableArray<ImageBehavior> byImage) => _byImage = byImage;

    /// <summary>What was said of models, by name.</summary>
    public IReadOnlyDictionary<string, ModelBehavior> ByModel => _byModel;

    /// <summary>What is to be said of models from a moment of a deployment on, or was when it came, by name.</summary>
    public IReadOnlyDictionary<string, ArmedBehavior> ArmedByModel => _armed;

    /// <summary>How instances made from <paramref name="spec"/> behave: nothing that has a default is null.</summary>
    public ModelBehavior Of(IContainerSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return Of(spec.ModelName, spec.Images, spec.Behavior);
    }

    /// <summary>
    /// The real servers that answer for instances made from <paramref name="spec"/>: of containers that are invoked one by one,
    /// each may have its own.
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

    /// <summary>The moment of what was armed for a model has come.</summary>
    internal void BeginArmed(string model) => Set(model, _armed[model].Behavior);

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

        // Told in two places, 99 % may be said to stay below what half of them exceed: then all take as long as the median.
        return behavior.LatencyP99Ms < behavior.LatencyMedianMs
            ? behavior with { LatencyP99Ms = behavior.LatencyMedianMs }
            : behavior;
    }
}
