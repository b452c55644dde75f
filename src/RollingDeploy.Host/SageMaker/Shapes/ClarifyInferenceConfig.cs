using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>How Clarify calls the model container and where it finds features and labels.</summary>
internal sealed record ClarifyInferenceConfig
{
    /// <summary>A JMESPath expression on the container's input.</summary>
    [Length(1, 64), Pattern(Patterns.AnyLine)]
    public string? FeaturesAttribute { get; init; }

    /// <summary>A template in JSON Lines, with <c>$features</c> in place of the features.</summary>
    [Length(1, 64), Pattern(Patterns.AnyLine)]
    public string? ContentTemplate { get; init; }

    [Range(1)]
    public int? MaxRecordCount { get; init; }

    /// <summary>The largest payload, in MB. The default is 6.</summary>
    [Range(1, 25)]
    public int? MaxPayloadInMB { get; init; }

    /// <summary>The index in CSV output, counted from 0.</summary>
    [Range(0)]
    public int? ProbabilityIndex { get; init; }

    /// <summary>The index in CSV output, counted from 0.</summary>
    [Range(0)]
    public int? LabelIndex { get; init; }

    /// <summary>A JMESPath expression for JSON Lines output.</summary>
    [Length(1, 64), Pattern(Patterns.AnyLine)]
    public string? ProbabilityAttribute { get; init; }

    /// <summary>A JMESPath expression for JSON Lines output.</summary>
    [Length(1, 64), Pattern(Patterns.AnyLine)]
    public string? LabelAttribute { get; init; }

    [Length(1, 16), Length(1, 64, On = Part.Item), Pattern(Patterns.AnyLine, On = Part.Item)]
    public List<string>? LabelHeaders { get; init; }

    [Length(1, 256), Length(1, 64, On = Part.Item), Pattern(Patterns.AnyLine, On = Part.Item)]
    public List<string>? FeatureHeaders { get; init; }

    [Length(1, 256), OneOf("numerical", "categorical", "text", On = Part.Item)]
    public List<string>? FeatureTypes { get; init; }
}
