using System.Diagnostics.Metrics;
using RollingDeploy.Core.Events;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Webhooks;
using RollingDeploy.Host.Wire;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace RollingDeploy.Host.Telemetry;

/// <summary>
/// Measures RollingDeploy itself, with the meter <c>RollingDeploy</c> of .NET. If nobody listens to the meter, nothing is
/// measured.
/// </summary>
internal sealed class HostMeter : ICallLog, IEventReader, IHostedService
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "RollingDeploy";

    private readonly Histogram<double> _calls;
    private readonly Counter<long> _events;
    private readonly IServiceProvider _services;
    private Worlds? _worlds;

    public HostMeter(IMeterFactory meters, IServiceProvider services, Sender sender)
    {
        _services = services;
        var meter = meters.Create(Name, ProductVersion.Text);
        _calls = meter.CreateHistogram<double>(
            "rollingdeploy.call.duration", "s", "The duration of the calls of AWS operations, until the response is sent.");
        _events = meter.CreateCounter<long>("rollingdeploy.events", "{event}", "The events of all accounts.");

        meter.CreateObservableGauge(
            "rollingdeploy.worlds", () => Sessions().Count(), "{world}", "The worlds: accounts that have something.");
        meter.CreateObservableGauge(
            "rollingdeploy.scheduled",
            () => Sessions().Sum(session => (long)session.World.Glance.Scheduled),
            "{entry}",
            "The entries in the schedules of all worlds.");
        meter.CreateObservableGauge(
            "rollingdeploy.clock.behind",
            () => Sessions().Select(session => session.Clock.Behind.TotalSeconds).DefaultIfEmpty().Max(),
            "s",
            "The virtual time that a clock has lost since it was set, because the machine could not keep up: the largest of all worlds.");
        meter.CreateObservableGauge(
            "rollingdeploy.webhooks.retrying",
            () => sender.Resting,
            "{event}",
            "The events that a webhook or a topic has refused, and that wait until they are sent again.");
    }

    /// <summary>Gets the worlds, which know the readers of their events.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _worlds = _services.GetRequiredService<Worlds>();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Write(Request request, Reply reply, long began)
    {
        // A call that names no operation of ours has no name here, because callers can send names of any number.
        if (_calls.Enabled && request.Target is { } target)
        {
            _calls.Record(
                Stopwatch.GetElapsedTime(began).TotalSeconds,
                new("service", target.Service?.Id ?? "unknown"),
                new("operation", request.Operation?.Name ?? "unknown"),
                new("outcome", OutcomeOf(reply.Status)));
        }
    }

    /// <inheritdoc/>
    public Action<EventLog>? Follow(string account, EventLog? restored) => Count;

    /// <inheritdoc/>
    public void Kept(string account, EventLog log)
    {
        // An event is counted when it happens.
    }

    private IEnumerable<WorldSession> Sessions() => _worlds?.Begun.Select(each => each.Session) ?? [];

    private static string OutcomeOf(int status) => status switch
    {
        < StatusCodes.Status400BadRequest => "ok",
        < StatusCodes.Status500InternalServerError => "client_error",
        _ => "server_error",
    };

    private void Count(EventLog log)
    {
        if (_events.Enabled && log.Newest is { } happened)
        {
            _events.Add(1, new KeyValuePair<string, object?>("kind", happened.Data.Kind));
        }
    }
}
