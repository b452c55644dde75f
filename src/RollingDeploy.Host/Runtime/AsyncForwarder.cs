using System.Threading.Channels;
using RollingDeploy.Core.AsyncInference;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Events;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Servers;

namespace RollingDeploy.Host.Runtime;

/// <summary>
/// Sends asynchronous requests to the real servers of their models, when an instance begins to process them. It does not hold the
/// lock of a world while it waits for a server.
/// </summary>
internal sealed class AsyncForwarder(Forwarder forwarder, IServiceProvider services) : BackgroundService, IEventReader
{
    private readonly Channel<(string Account, WorldEvent Happened)> _started =
        Channel.CreateUnbounded<(string, WorldEvent)>(new() { SingleReader = true });

    /// <inheritdoc/>
    public Action<EventLog> Follow(string account, EventLog? restored)
    {
        // Requests without a result are sent again. Those that have one are no longer found.
        foreach (var happened in restored?.After(0, int.MaxValue) ?? [])
        {
            Begin(account, happened);
        }

        return log => Begin(account, log.Newest);
    }

    /// <inheritdoc/>
    public void Kept(string account, EventLog log)
    {
        // A request that is lost is asked for again.
    }

    private void Begin(string account, WorldEvent? happened)
    {
        if (happened is { Data: AsyncRequestStarted { Server: not null } })
        {
            _started.Writer.TryWrite((account, happened));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var (account, happened) in _started.Reader.ReadAllAsync(stoppingToken))
            {
                _ = Forward(account, happened, (AsyncRequestStarted)happened.Data);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host ends.
        }
    }

    private async Task Forward(string account, WorldEvent happened, AsyncRequestStarted started)
    {
        var session = services.GetRequiredService<Worlds>().ForWriting(account);
        var (world, name) = (session.World, happened.Subject.Name);
        var call = session.Read(
            happened.Region,
            region => region.Endpoints.TryGet(name, out var endpoint) ? endpoint.FindAsyncCall(started.Id) : null);
        if (call?.Body is not { } body)
        {
            return;
        }

        try
        {
            var request = new ModelRequest(Convert.FromBase64String(body))
            {
                ContentType = call.ContentType,
                Accept = call.Accept,
                CustomAttributes = call.CustomAttributes,
            };
            var (answer, took) = await forwarder.Ask(
                started.Server!, request, TimeSpan.FromSeconds(call.InvocationTimeoutSeconds));
            session.Tell(world, new RecordAsyncAnswer(
                happened.Region,
                name,
                started.Id,
                new(answer.CountsAs, Convert.ToBase64String(answer.Body), answer.ContentType),
                took));
        }
        catch (OperationCanceledException)
        {
            // The host ends.
        }
    }
}
