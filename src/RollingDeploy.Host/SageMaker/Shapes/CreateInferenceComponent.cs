using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Creates an inference component: a model on an endpoint, with a part of the resources of its instances.</summary>
internal sealed record CreateInferenceComponentInput
{
    [Required, Length(0, 63), Pattern(Patterns.ModelName, PrintCaret = true)]
    public string? InferenceComponentName { get; init; }

    [Required, Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? EndpointName { get; init; }

    /// <summary>The variant. It is required for a base component. An adapter uses the variant of its base component.</summary>
    [Length(0, 63), Pattern(Patterns.EndpointName, PrintCaret = true)]
    public string? VariantName { get; init; }

    /// <summary>The specification. Specify this or <see cref="Specifications"/>, not both.</summary>
    public InferenceComponentSpecification? Specification { get; init; }

    /// <summary>A specification for each instance type, for a variant with several instance types.</summary>
    [Length(1, 5)]
    public List<InferenceComponentSpecification>? Specifications { get; init; }

    /// <summary>The number of copies. Adapters have none.</summary>
    public InferenceComponentRuntimeConfig? RuntimeConfig { get; init; }

    [Length(0, 50)]
    public List<Tag>? Tags { get; init; }
}

/// <summary>The ARN of the resource, with its name in lower case.</summary>
internal sealed record CreateInferenceComponentOutput
{
    [Required, Length(20, 2048)]
    public string? InferenceComponentArn { get; init; }
}
