using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>A container of a model: its image, its model data and its environment.</summary>
internal sealed record ContainerDefinition
{
    /// <summary>The name of the container in a pipeline. It is ignored for a primary container.</summary>
    [Length(0, 63), Pattern(Patterns.Hostname)]
    public string? ContainerHostname { get; init; }

    [Length(0, 255), Pattern(Patterns.Image)]
    public string? Image { get; init; }

    public ImageConfig? ImageConfig { get; init; }

    /// <summary>Whether the container hosts one model or several. The default is SingleModel.</summary>
    [OneOf("SingleModel", "MultiModel")]
    public string? Mode { get; init; }

    [Length(0, 1024), Pattern(Patterns.Url)]
    public string? ModelDataUrl { get; init; }

    public ModelDataSource? ModelDataSource { get; init; }

    [Length(0, 5)]
    public List<AdditionalModelDataSource>? AdditionalModelDataSources { get; init; }

    /// <summary>
    /// The environment variables. Those that begin with ROLLINGDEPLOY_ set the behavior of the simulated container.
    /// </summary>
    [Length(0, 100)]
    [Length(0, 1024, On = Part.Key), Pattern(Patterns.EnvironmentKey, On = Part.Key)]
    [Length(0, 1024, On = Part.Value), Pattern(Patterns.EnvironmentValue, On = Part.Value)]
    public Dictionary<string, string>? Environment { get; init; }

    [Length(1, 176)]
    [Pattern(
        @"(arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:[a-z\-]*\/)?([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)(\/[0-9]{1,9})?")]
    public string? ModelPackageName { get; init; }

    [Length(1, 63), Pattern(Patterns.Hostname)]
    public string? InferenceSpecificationName { get; init; }

    public MultiModelConfig? MultiModelConfig { get; init; }
    public ContainerMetricsConfig? ContainerMetricsConfig { get; init; }
}

/// <summary>The registry of the image: Amazon ECR, or a private registry in the VPC.</summary>
internal sealed record ImageConfig
{
    [Required, OneOf("Platform", "Vpc")]
    public string? RepositoryAccessMode { get; init; }

    public RepositoryAuthConfig? RepositoryAuthConfig { get; init; }
}

/// <summary>How to log in to a private registry.</summary>
internal sealed record RepositoryAuthConfig
{
    /// <summary>The ARN of a Lambda function that returns the credentials.</summary>
    [Required, Length(1, 2048), Pattern(Patterns.AnyLine)]
    public string? RepositoryCredentialsProviderArn { get; init; }
}

/// <summary>The settings of a container with several models.</summary>
internal sealed record MultiModelConfig
{
    /// <summary>Whether models stay in memory after a request.</summary>
    [OneOf("Enabled", "Disabled")]
    public string? ModelCacheSetting { get; init; }
}

/// <summary>Whether the containers of a model form a pipeline (Serial) or are invoked one by one (Direct).</summary>
internal sealed record InferenceExecutionConfig
{
    [Required, OneOf("Serial", "Direct")]
    public string? Mode { get; init; }
}
