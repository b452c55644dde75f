using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>A location of model data in S3 with its format, instead of only a URL.</summary>
internal sealed record ModelDataSource
{
    public S3ModelDataSource? S3DataSource { get; init; }
}

/// <summary>Additional model data, such as a draft model for speculative decoding.</summary>
internal sealed record AdditionalModelDataSource
{
    /// <summary>The directory of the data in the container.</summary>
    [Required, Length(1, 64), Pattern(@"[A-Za-z0-9\.\-_]+")]
    public string? ChannelName { get; init; }

    [Required]
    public S3ModelDataSource? S3DataSource { get; init; }
}

/// <summary>A location in S3: an object, or all objects with a prefix.</summary>
internal sealed record S3ModelDataSource
{
    [Required, Length(0, 1024), Pattern(Patterns.Url)]
    public string? S3Uri { get; init; }

    [Required, OneOf("S3Prefix", "S3Object")]
    public string? S3DataType { get; init; }

    [Required, OneOf("None", "Gzip")]
    public string? CompressionType { get; init; }

    public ModelAccessConfig? ModelAccessConfig { get; init; }
    public InferenceHubAccessConfig? HubAccessConfig { get; init; }

    /// <summary>A list of the files to load, if not all objects with the prefix are needed.</summary>
    [Length(0, 1024), Pattern(Patterns.Url)]
    public string? ManifestS3Uri { get; init; }

    public string? ETag { get; init; }
    public string? ManifestEtag { get; init; }
}

/// <summary>Whether the caller accepts the license of the model.</summary>
internal sealed record ModelAccessConfig
{
    [Required]
    public bool? AcceptEula { get; init; }
}

/// <summary>Access to model data in a private hub.</summary>
internal sealed record InferenceHubAccessConfig
{
    [Required, Length(0, 255), Pattern(Patterns.AnyLine)]
    public string? HubContentArn { get; init; }
}
