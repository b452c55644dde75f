namespace RollingDeploy.Core.Containers;

/// <summary>
/// How a model behaves where that was said: a member that is null leaves what was said before. Rates are shares from 0 to 1.
/// </summary>
public sealed record ModelBehavior
{
    /// <summary>
    /// What a model does of which nothing was said: it answers what it was asked, in some 3 ms. AWS's own notebooks on deployment
    /// guardrails (amazon-sagemaker-examples) roll a model back whose latency is 10 ms on average, and expect a good one below
    /// it.
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

    /// <summary>The latency that half of the answers stay below, in milliseconds.</summary>
    public double? LatencyMedianMs { get; init; }

    /// <summary>
    /// The latency that 99 % of the answers stay below, in milliseconds; four times the median where it was not said.
    /// </summary>
    public double? LatencyP99Ms { get; init; }

    /// <summary>The share of answers that are 5xx.</summary>
    public double? ErrorRate { get; init; }

    /// <summary>The share of answers that are 4xx.</summary>
    public double? ClientErrorRate { get; init; }

    /// <summary>
    /// How many seconds after its first instance came into service a fleet begins to answer errors; null: at once.
    /// </summary>
    public double? ErrorsAfterSeconds { get; init; }

    /// <summary>Errors come only while more than so many instances of the fleet take traffic; null: always.</summary>
    public int? ErrorsBeyondInstances { get; init; }

    /// <summary>
    /// How long the model's data take to download, before it starts; null: no time. A model without data has none to download.
    /// </summary>
    public double? DownloadSeconds { get; init; }

    /// <summary>How long an instance takes to come into service; null: the setting.</summary>
    public double? StartupSeconds { get; init; }

    /// <summary>What its instances answer to their health check.</summary>
    public PingAnswer? Ping { get; init; }

    /// <summary>What it answers.</summary>
    public ModelResponse? Response { get; init; }

    /// <summary>A real server on this machine that answers instead; replay by the byte is then none of ours.</summary>
    public Uri? ForwardTo { get; init; }

    /// <summary>This, and what was said later where it says anything.</summary>
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

/// <summary>What an instance answers to its health check.</summary>
public enum PingAnswer
{
    /// <summary>It is well.</summary>
    Ok,

    /// <summary>It never is.</summary>
    Fail,
}

/// <summary>How an answer is made.</summary>
public enum ResponseKind
{
    /// <summary>The request's body, as it came.</summary>
    Echo,

    /// <summary>Always the same text.</summary>
    Fixed,

    /// <summary>A text in which names in braces are filled in: {body}, {variant}, {model}, {config}.</summary>
    Template,
}

/// <summary>What a model answers.</summary>
/// <param name="Kind">How the body is made; null leaves what was said before.</param>
/// <param name="ContentType">Its type; null for that of the request.</param>
/// <param name="Body">The text; null for an echo.</param>
public sealed record ModelResponse(ResponseKind? Kind, string? ContentType, string? Body)
{
    /// <summary>This, and what was said later where it says anything; a later echo has no text.</summary>
    public ModelResponse With(ModelResponse later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return new(later.Kind ?? Kind, later.ContentType ?? ContentType, later.Kind is null ? Body : later.Body);
    }
}
