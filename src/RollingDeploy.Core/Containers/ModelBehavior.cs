namespace RollingDeploy.Core.Containers;

/// <summary>
/// The behavior of a model. A member that is null keeps the value of an earlier setting. Rates are from 0 to 1.
/// </summary>
public sealed record ModelBehavior
{
    /// <summary>
    /// The default behavior: the model returns the request body, with a median latency of 3 ms. Notebooks of AWS on deployment
    /// guardrails (amazon-sagemaker-examples) roll back a model with a mean latency of 10 ms and expect a good model to be
    /// faster.
    /// </summary>
    public static readonly ModelBehavior Default = new()
    {
        LatencyMedianMs = 3,
        LatencyP99Ms = 12,
        ErrorRate = 0,
        ClientErrorRate = 0,
        Ping = PingAnswer.Ok,
        Response = new ModelResponse(ResponseKind.Echo, null, null),
    };

    /// <summary>The median latency in milliseconds.</summary>
    public double? LatencyMedianMs { get; init; }

    /// <summary>The 99th percentile of the latency, in milliseconds. The default is four times the median.</summary>
    public double? LatencyP99Ms { get; init; }

    /// <summary>The fraction of responses that are 5xx errors.</summary>
    public double? ErrorRate { get; init; }

    /// <summary>The fraction of responses that are 4xx errors.</summary>
    public double? ClientErrorRate { get; init; }

    /// <summary>
    /// The time in seconds from the moment when the first instance of a fleet comes into service until the fleet returns errors;
    /// null for at once.
    /// </summary>
    public double? ErrorsAfterSeconds { get; init; }

    /// <summary>
    /// If it is set, errors occur only while more than this number of instances of the fleet get traffic; null for always.
    /// </summary>
    public int? ErrorsBeyondInstances { get; init; }

    /// <summary>
    /// The download time of the model data in seconds, before the container starts; null for none. A model without data has no
    /// download.
    /// </summary>
    public double? DownloadSeconds { get; init; }

    /// <summary>The time in seconds until an instance comes into service; null for the default of the world.</summary>
    public double? StartupSeconds { get; init; }

    /// <summary>The response of its instances to the ping health check.</summary>
    public PingAnswer? Ping { get; init; }

    /// <summary>The response to requests.</summary>
    public ModelResponse? Response { get; init; }

    /// <summary>
    /// A real server on this machine that responds instead of the model. With it, replays are not identical byte by byte.
    /// </summary>
    public Uri? ForwardTo { get; init; }

    /// <summary>Returns this behavior, replaced by the members of <paramref name="later"/> that are not null.</summary>
    public ModelBehavior With(ModelBehavior? later) => later is null ? this : new()
    {
        LatencyMedianMs = later.LatencyMedianMs ?? LatencyMedianMs,
        LatencyP99Ms = later.LatencyP99Ms ?? (later.LatencyMedianMs is null ? LatencyP99Ms : null),
        ErrorRate = later.ErrorRate ?? ErrorRate,
        ClientErrorRate = later.ClientErrorRate ?? ClientErrorRate,
        ErrorsAfterSeconds = later.ErrorsAfterSeconds ?? ErrorsAfterSeconds,
        ErrorsBeyondInstances = later.ErrorsBeyondInstances ?? ErrorsBeyondInstances,
        DownloadSeconds = later.DownloadSeconds ?? DownloadSeconds,
        StartupSeconds = later.StartupSeconds ?? StartupSeconds,
        Ping = later.Ping ?? Ping,
        Response = later.Response is null ? Response : (Response ?? new(null, null, null)).With(later.Response),
        ForwardTo = later.ForwardTo ?? ForwardTo,
    };
}

/// <summary>The response of an instance to the ping health check.</summary>
public enum PingAnswer
{
    /// <summary>It is healthy.</summary>
    Ok,

    /// <summary>It is never healthy.</summary>
    Fail,
}

/// <summary>How the body of a response is made.</summary>
public enum ResponseKind
{
    /// <summary>The body of the request, unchanged.</summary>
    Echo,

    /// <summary>A fixed text.</summary>
    Fixed,

    /// <summary>A text with placeholders that are replaced: {body}, {variant}, {model}, {config}, {instance}.</summary>
    Template,
}

/// <summary>The response of a model.</summary>
/// <param name="Kind">How the body is made; null keeps the earlier setting.</param>
/// <param name="ContentType">The content type; null for that of the request.</param>
/// <param name="Body">The text; null for an echo.</param>
public sealed record ModelResponse(ResponseKind? Kind, string? ContentType, string? Body)
{
    /// <summary>
    /// Returns this response, replaced by the members of <paramref name="later"/> that are not null. If the kind is replaced, the
    /// body is replaced too.
    /// </summary>
    public ModelResponse With(ModelResponse later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return new(later.Kind ?? Kind, later.ContentType ?? ContentType, later.Kind is null ? Body : later.Body);
    }
}
