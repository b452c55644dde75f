using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>Model data given as a place in S3 and how to read it, instead of a bare URL.</summary>
internal sealed record ModelDataSource
{
    public S3ModelDataSource? S3DataSource { get; init; }
}

/// <summary>Data besides the model's own, such as a draft model for speculative decoding.</summary>
internal sealed record AdditionalModelDataSource
{
    /// <summary>The directory in the container that the data appear in.</summary>
    [Required, Length(1, 64), Pattern(@"[A-Za-z0-9\.\-_]+")]
    public string? ChannelName { get; init; }

    [Required]
    public S3ModelDataSource? S3DataSource { get; init; }
}

/// <summary>A place in S3: one object, or everything under a prefix.</summary>
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

    /// <summary>A list of the files to load, when not everything under the prefix is meant.</summary>
    [Length(0, 1024), Pattern(Patterns.Url)]
    public string? ManifestS3Uri { get; init; }

    public string? ETag { get; init; }
    public string? ManifestEtag { get; init; }
}

/// <summary>The caller's consent to a model's licence.</summary>
internal sealed record ModelAccessConfig
{
    [Required]
    public bool? AcceptEula { get; init; }
}

/// <summary>Model data that a private hub gives access to.</summary>
internal sealed record InferenceHubAccessConfig
{
    [Required, Length(0, 255), Pattern(Patterns.AnyLine)]
    public string? HubContentArn { get; init; }
}
