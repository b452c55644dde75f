using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Explanations in the responses of an endpoint. It is stored and returned, but nothing is explained.</summary>
internal sealed record ExplainerConfig
{
    public ClarifyExplainerConfig? ClarifyExplainerConfig { get; init; }
}

/// <summary>The settings of SageMaker Clarify, AWS's only explainer.</summary>
internal sealed record ClarifyExplainerConfig
{
    /// <summary>A JMESPath expression on the request, which decides whether to explain it. The default is true.</summary>
    [Length(1, 64), Pattern(Patterns.AnyLine)]
    public string? EnableExplanations { get; init; }

    public ClarifyInferenceConfig? InferenceConfig { get; init; }

    [Required]
    public ClarifyShapConfig? ShapConfig { get; init; }
}

/// <summary>SHAP analysis: how much each feature contributed to a prediction.</summary>
internal sealed record ClarifyShapConfig
{
    [Required]
    public ClarifyShapBaselineConfig? ShapBaselineConfig { get; init; }

    [Range(1)]
    public int? NumberOfSamples { get; init; }

    /// <summary>Whether to use log-odds instead of probabilities.</summary>
    public bool? UseLogit { get; init; }

    public int? Seed { get; init; }
    public ClarifyTextConfig? TextConfig { get; init; }
}

/// <summary>The baseline that predictions are compared with: in the request, or in S3.</summary>
internal sealed record ClarifyShapBaselineConfig
{
    [Length(0, 255), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9])*\/[a-zA-Z0-9](-*[a-zA-Z0-9+.])*")]
    public string? MimeType { get; init; }

    [Length(1, 4096), Pattern(@"[\s\S]+")]
    public string? ShapBaseline { get; init; }

    [Length(0, 1024), Pattern(Patterns.Url)]
    public string? ShapBaselineUri { get; init; }
}

/// <summary>How text features are explained: by token, sentence or paragraph.</summary>
internal sealed record ClarifyTextConfig
{
    /// <summary>The language code of ISO 639-1. <c>xx</c> means several languages.</summary>
    [Required]
    [OneOf(
        "af", "sq", "ar", "hy", "eu", "bn", "bg", "ca", "zh", "hr", "cs", "da", "nl", "en", "et", "fi", "fr", "de", "el", "gu",
        "he", "hi", "hu", "is", "id", "ga", "it", "kn", "ky", "lv", "lt", "lb", "mk", "ml", "mr", "ne", "nb", "fa", "pl", "pt",
        "ro", "ru", "sa", "sr", "tn", "si", "sk", "sl", "es", "sv", "tl", "ta", "tt", "te", "tr", "uk", "ur", "yo", "lij", "xx")]
    public string? Language { get; init; }

    [Required, OneOf("token", "sentence", "paragraph")]
    public string? Granularity { get; init; }
}
