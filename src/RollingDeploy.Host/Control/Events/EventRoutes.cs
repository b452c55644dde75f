using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Host.Control.Events;

/// <summary>The route of the events: a stream of server-sent events, or a page.</summary>
internal static class EventRoutes
{
    private const string Stream = "text/event-stream";

    private static readonly QueryParameters Parameters = new(
    [
        Parameter("after", JsonSchemaType.String, "Begin after this event: its ID, such as 1-17, or its sequence number in the present epoch. Without it, events from the present on are sent."),
        Parameter("endpoint", JsonSchemaType.String, "Only events of the endpoint with this name."),
        Parameter("kind", JsonSchemaType.String, "Only events of these kinds, such as statusChanged. Separate several with commas, or repeat the parameter."),
        Parameter("format", JsonSchemaType.String, "With eventbridge, only the events that AWS sends to EventBridge, in its shape.", "eventbridge"),
        Parameter("wait", JsonSchemaType.Boolean, "With false, the answer is a page in JSON instead of a stream."),
        Parameter("clock", JsonSchemaType.Boolean, "With true, the stream also has messages named clock, at its beginning and when the virtual clock was changed or advanced."),
        Parameter("limit", JsonSchemaType.Integer, "The maximum number of events on a page: 1 to 1000. The default is 100."),
    ]);

    public static void MapEvents(this RouteGroupBuilder routes) => routes
        .MapGet("/events", Answer)
        .WithSummary("Listen to what happens in the account, as server-sent events, or get a page of it").WithName("getEvents")
        .WithMetadata(Parameters)
        .Produces<EventPage>(200, "application/json", Stream);

    private static async Task Answer(
        HttpContext http, [AsParameters] Partition partition, EventStreams streams, IHostApplicationLifetime host)
    {
        var query = EventQuery.Of(http.Request);

        // What is due by now is in the log then, as for every call.
        var log = partition.ForReading.Read(view => view.Log);
        var start = query.StartIn(log);
        await partition.Worlds.Journal.Empty();
        http.Response.Headers.CacheControl = "no-store";
        if (!query.Waits)
        {
            http.Response.ContentType = "application/json";
            var page = EventPage.Write(partition.AccountId, new EventReader(new EpochLogs(() => log), log, start), query);
            await http.Response.Body.WriteAsync(page, http.RequestAborted);
            return;
        }

        Begin(http);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping);
        EventLog? Present() => partition.Worlds.Existing(partition.AccountId)?.World.Log;

        // A world that was made only for reading has a log of its own, to which nothing is added.
        var request = new EventRequest(query.Filter, query.Format, start, Present() is null ? null : log);
        var listener = new EventListener(request, http.Response.BodyWriter);
        try
        {
            var clock = query.HasClock ? ClockOf(http, partition).Send(listener, end.Token) : Task.CompletedTask;
            await streams.Serve(partition.AccountId, Present, listener, end.Token);
            await clock;
        }
        catch (OperationCanceledException)
        {
            // The caller is gone, or the host stops. Either ends the stream.
        }
    }

    private static ClockMessages ClockOf(HttpContext http, Partition partition)
    {
        var options = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return new(partition.Worlds, partition.AccountId, (JsonTypeInfo<ClockState>)options.GetTypeInfo(typeof(ClockState)));
    }

    private static void Begin(HttpContext http)
    {
        http.Response.ContentType = Stream;

        // For proxies such as nginx, which would keep messages back.
        http.Response.Headers["X-Accel-Buffering"] = "no";

        // A reader that stops reading for a while is not disconnected. It is told what it has missed.
        if (http.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }
    }

    private static OpenApiParameter Parameter(
        string name, JsonSchemaType type, string description, params string[] words) => new()
        {
            Name = name,
            In = ParameterLocation.Query,
            Description = description,
            Schema = new OpenApiSchema
            {
                Type = type,
                Enum = words.Length == 0 ? null : [.. words.Select(word => (JsonNode)word)],
            },
        };
}
