using System.Globalization;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Models;
using RollingDeploy.Host.Behaviors;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Control;

/// <summary>
/// How a model behaves. A member that is absent keeps the value from the containers' environment or the configuration.
/// </summary>
internal sealed record Behavior
{
    public Latency? LatencyMs { get; init; }

    /// <summary>The fraction of responses that have a 5xx status, from 0 to 1.</summary>
    [Range(0, 1)]
    public double? ErrorRate { get; init; }

    /// <summary>The fraction of responses that have a 4xx status, from 0 to 1.</summary>
    [Range(0, 1)]
    public double? ClientErrorRate { get; init; }

    /// <summary>
    /// The seconds after which a fleet begins to return errors, counted from the time its first instance is in service.
    /// </summary>
    [Range(0)]
    public double? ErrorsAfterSeconds { get; init; }

    /// <summary>The fleet returns errors only while more than this number of its instances receive traffic.</summary>
    [Range(0)]
    public int? ErrorsBeyondInstances { get; init; }

    /// <summary>The seconds that the download of the model data takes. It has no effect if the model has no data.</summary>
    [Range(0, 86_400)]
    public double? DownloadSeconds { get; init; }

    /// <summary>The seconds from the launch of an instance until it answers its health check.</summary>
    [Range(0, 86_400)]
    public double? StartupSeconds { get; init; }

    /// <summary>How the instances answer the health check, <c>GET /ping</c>.</summary>
    public PingAnswer? Ping { get; init; }

    public Response? Response { get; init; }

    /// <summary>
    /// The URL of a real server that answers for the model. It must be on this machine or on a host in ForwardHosts.
    /// </summary>
    public string? ForwardTo { get; init; }

    /// <summary>
    /// The moment of a deployment at which this behavior starts. Until then the model behaves as before. If it is absent, the
    /// behavior starts now.
    /// </summary>
    public WhenRequest? When { get; init; }

    /// <exception cref="ProblemException">A value is not valid, or two values contradict each other.</exception>
    public ModelBehavior ToCore(ForwardTargets targets)
    {
        var said = Fields()
            .Where(field => field.Value is not null)
            .ToDictionary(field => field.Word, field => field.Value!, StringComparer.Ordinal);
        try
        {
            return BehaviorReader.Read(said, targets) ?? new ModelBehavior();
        }
        catch (BehaviorException odd)
        {
            var field = Fields().First(each => each.Word == odd.Word).Field;
            throw ProblemException.Bad(field, odd.Sentence(field));
        }
    }

    public static Behavior Of(ModelBehavior core) => new()
    {
        LatencyMs = core.LatencyMedianMs is null && core.LatencyP99Ms is null
            ? null
            : new(core.LatencyMedianMs, core.LatencyP99Ms),
        ErrorRate = core.ErrorRate,
        ClientErrorRate = core.ClientErrorRate,
        ErrorsAfterSeconds = core.ErrorsAfterSeconds,
        ErrorsBeyondInstances = core.ErrorsBeyondInstances,
        DownloadSeconds = core.DownloadSeconds,
        StartupSeconds = core.StartupSeconds,
        Ping = core.Ping,
        Response = core.Response is { } response ? new(response.ContentType, response.Body, response.Kind) : null,
        ForwardTo = core.ForwardTo?.OriginalString,
    };

    private IEnumerable<(string Word, string Field, string? Value)> Fields() =>
    [
        ("LATENCY_MS", "latencyMs.median", Text(LatencyMs?.Median)),
        ("LATENCY_P99_MS", "latencyMs.p99", Text(LatencyMs?.P99)),
        ("ERROR_RATE", "errorRate", Text(ErrorRate)),
        ("CLIENT_ERROR_RATE", "clientErrorRate", Text(ClientErrorRate)),
        ("ERRORS_AFTER_SECONDS", "errorsAfterSeconds", Text(ErrorsAfterSeconds)),
        ("ERRORS_BEYOND_INSTANCES", "errorsBeyondInstances", Text(ErrorsBeyondInstances)),
        ("DOWNLOAD_SECONDS", "downloadSeconds", Text(DownloadSeconds)),
        ("STARTUP_SECONDS", "startupSeconds", Text(StartupSeconds)),
        ("PING", "ping", Ping?.ToString()),
        ("RESPONSE", "response.body", Response?.Body),
        ("RESPONSE_CONTENT_TYPE", "response.contentType", Response?.ContentType),
        ("RESPONSE_KIND", "response.kind", Response?.Kind?.ToString()),
        ("FORWARD_TO", "forwardTo", ForwardTo),
    ];

    private static string? Text(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture);
}

/// <summary>The latency of responses, in milliseconds.</summary>
/// <param name="Median">Half of the responses take no longer than this.</param>
/// <param name="P99">99 % of the responses take no longer than this. The default is four times the median.</param>
internal sealed record Latency(double? Median, double? P99);

/// <summary>The response of a model.</summary>
/// <param name="ContentType">The content type. The default is the content type of the request.</param>
/// <param name="Body">
/// The text. If the kind is <c>template</c>, {body}, {variant}, {model}, {config} and {instance} are replaced by their
/// values. {instance} is empty unless prefix-aware routing chose the instance.
/// </param>
/// <param name="Kind">How the body is made. The default is <c>fixed</c> if a body is given, and <c>echo</c> otherwise.</param>
internal sealed record Response(string? ContentType, string? Body, ResponseKind? Kind);

/// <summary>The behavior of a model, by source.</summary>
/// <param name="Model">The name of the model.</param>
/// <param name="Said">The behavior that was set with this route. It is absent if none was set.</param>
/// <param name="InEffect">
/// The behavior in effect: this route overrides the configuration, which overrides the containers' environment.
/// </param>
/// <param name="Armed">
/// The behavior that was set with <c>when</c>. It moves to <c>said</c> when its moment comes. It is absent if none waits.
/// </param>
/// <param name="Replays">
/// Whether the same calls always give the same results, byte for byte. It is false if a real server answers.
/// </param>
internal sealed record BehaviorState(string Model, Behavior? Said, Behavior InEffect, ArmedBehaviorState? Armed, bool Replays)
{
    public static BehaviorState Of(Region region, string name)
    {
        var spec = SpecOf(region, name);
        var said = region.Behaviors.ByModel.GetValueOrDefault(name);
        return new(
            spec.ModelName!,
            said is null ? null : Behavior.Of(said),
            Behavior.Of(region.Behaviors.Of(spec)),
            ArmedBehaviorState.Of(region.Behaviors.ArmedByModel.GetValueOrDefault(name)),
            !region.Behaviors.ServersOf(spec).Any());
    }

    /// <summary>The median latency in milliseconds that applies if this route does not set one.</summary>
    public static double MedianElsewhere(Region region, string name) =>
        region.Behaviors.Of(SpecOf(region, name) with { ModelName = null }).LatencyMedianMs!.Value;

    private static VariantSpec SpecOf(Region region, string name) =>
        region.Models.TryGet(name, out var model) ? model.Spec : new VariantSpec("", "", name, null, []);
}

/// <summary>A behavior that starts at a moment of a deployment.</summary>
/// <param name="Behavior">The behavior.</param>
/// <param name="When">The moment at which it starts.</param>
internal sealed record ArmedBehaviorState(Behavior Behavior, WhenState When)
{
    public static ArmedBehaviorState? Of(ArmedBehavior? armed) =>
        armed is null ? null : new(Behavior.Of(armed.Behavior), WhenState.Of(armed.Armed)!);
}
