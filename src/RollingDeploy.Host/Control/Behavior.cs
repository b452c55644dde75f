using System.Globalization;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Models;
using RollingDeploy.Host.Behaviors;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Control;

/// <summary>
/// How a model behaves, or what is said of it; what is absent leaves what its containers or the configuration say.
/// </summary>
internal sealed record Behavior
{
    public Latency? LatencyMs { get; init; }

    /// <summary>The share of answers that are 5xx.</summary>
    [Range(0, 1)]
    public double? ErrorRate { get; init; }

    /// <summary>The share of answers that are 4xx.</summary>
    [Range(0, 1)]
    public double? ClientErrorRate { get; init; }

    /// <summary>A fleet begins to answer errors so long after its first instance came into service.</summary>
    [Range(0)]
    public double? ErrorsAfterSeconds { get; init; }

    /// <summary>Errors come only while more than so many instances of a fleet take traffic.</summary>
    [Range(0)]
    public int? ErrorsBeyondInstances { get; init; }

    /// <summary>How long the model's data, if it has any, take to download before it starts.</summary>
    [Range(0, 86_400)]
    public double? DownloadSeconds { get; init; }

    /// <summary>How long an instance takes to come into service.</summary>
    [Range(0, 86_400)]
    public double? StartupSeconds { get; init; }

    /// <summary>What its instances answer to their health check.</summary>
    public PingAnswer? Ping { get; init; }

    public Response? Response { get; init; }

    /// <summary>A real server that answers instead, on this machine or a host that the configuration names.</summary>
    public string? ForwardTo { get; init; }

    /// <summary>
    /// From which moment of a deployment on the model behaves so; until then it behaves as before. From now on where it is
    /// absent.
    /// </summary>
    public WhenRequest? When { get; init; }

    /// <exception cref="ProblemException">Something in it makes no sense.</exception>
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

/// <summary>How long answers take.</summary>
/// <param name="Median">Half of them take no longer.</param>
/// <param name="P99">99 % of them take no longer; four times the median where it is absent.</param>
internal sealed record Latency(double? Median, double? P99);

/// <summary>What a model answers.</summary>
/// <param name="ContentType">Its type; that of the request where it is absent.</param>
/// <param name="Body">The text; with the kind <c>template</c>, {body}, {variant}, {model} and {config} in it are filled in.</param>
/// <param name="Kind">How the body is made: <c>fixed</c> where a body is given, otherwise <c>echo</c>.</param>
internal sealed record Response(string? ContentType, string? Body, ResponseKind? Kind);

/// <summary>How a model behaves.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Said">What was said over this route; absent where nothing was.</param>
/// <param name="InEffect">What comes of that, of the containers' environment and of the configuration.</param>
/// <param name="Armed">What was said with <c>when</c>: it is <c>said</c> when its moment has come; absent where nothing was.</param>
/// <param name="Replays">Whether the same calls give the same world, byte for byte: not where a real server answers.</param>
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

    /// <summary>The median in milliseconds where nothing is said of it over this route.</summary>
    public static double MedianElsewhere(Region region, string name) =>
        region.Behaviors.Of(SpecOf(region, name) with { ModelName = null }).LatencyMedianMs!.Value;

    private static VariantSpec SpecOf(Region region, string name) =>
        region.Models.TryGet(name, out var model) ? model.Spec : new VariantSpec("", "", name, null, []);
}

/// <summary>How a model behaves from a moment on.</summary>
/// <param name="Behavior">How.</param>
/// <param name="When">From when on.</param>
internal sealed record ArmedBehaviorState(Behavior Behavior, WhenState When)
{
    public static ArmedBehaviorState? Of(ArmedBehavior? armed) =>
        armed is null ? null : new(Behavior.Of(armed.Behavior), WhenState.Of(armed.Armed)!);
}
