using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Places a model on an endpoint that exists, with a part of its instances' resources.</summary>
internal sealed record CreateInferenceComponentInput
{
    [Required, Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? InferenceComponentName { get; init; }

    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointName { get; init; }

    /// <summary>Optional in the model. A base component needs it; an adapter takes its base component's.</summary>
    [Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? VariantName { get; init; }

    /// <summary>Excludes <see cref="Specifications"/>.</summary>
    public InferenceComponentSpecification? Specification { get; init; }

    /// <summary>One for each instance type of a variant that mixes types.</summary>
    [Length(1, 5)]
    public List<InferenceComponentSpecification>? Specifications { get; init; }

    /// <summary>Not for adapters.</summary>
    public InferenceComponentRuntimeConfig? RuntimeConfig { get; init; }

    [Length(0, 50)]
    public List<Tag>? Tags { get; init; }
}

/// <summary>The ARN, in which the name is in lower case.</summary>
internal sealed record CreateInferenceComponentOutput
{
    [Required, Length(20, 2048)]
    public string? InferenceComponentArn { get; init; }
}
