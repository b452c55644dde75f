using Microsoft.Extensions.Logging;
using RollingDeploy.Core;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Host.Hosting.Settings;
using RollingDeploy.Host.Terminal;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Terminal;

/// <summary>A line for each event of a deployment.</summary>
public sealed class JournalLinesTests : IDisposable
{
    private readonly HeardLog _log = new(LogLevel.Information, LogCategories.Deployments);

    [Fact]
    public async Task Lines_OfADeployment_AreItsJournal()
    {
        await using var host = TestHost.With(_log);
        var account = host.NewAccount();
        await account.HasEndpoint();

        var journal = await account.Ours("GET endpoints/demo/journal");

        var events = journal.Each("", "event").Zip(journal.Each("", "sentence"), (name, sentence) => $"endpoint demo {name}: {sentence}").ToList();
        events.Should().HaveCountGreaterThan(3);
        await Eventually.Holds(() => _log.Entries.Count >= events.Count, "a line is written for each event");
        _log.Messages.Should().OnlyContain(message => message.StartsWith($"{account.Id} us-east-1 2030-01-01T00:00:"));
        _log.Messages.Select(message => message[(message.IndexOf('Z') + 2)..]).Should().Equal(events);
    }

    [Fact]
    public async Task Follow_ALogThatHasDroppedEvents_CountsThem()
    {
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(_log));
        using var lines = new JournalLines(loggers);
        var world = Deployed(lines, kept: 5);

        await lines.StartAsync(default);

        await Eventually.Holds(() => !_log.Entries.IsEmpty, "the queue is emptied");
        _log.Entries.First().Should().Match<HeardEntry>(
            first => first.Level == LogLevel.Warning && first.Message.StartsWith($"{world.Log.Last - 5} events came too fast to be printed"));
        await lines.StopAsync(default);
    }

    [Fact]
    public async Task Follow_WorldsThatAreBeingMade_DoesNotWaitForThem()
    {
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(_log));
        using var lines = new JournalLines(loggers);
        await lines.StartAsync(default);

        // A world writes its first event before its constructor returns.
        for (var world = 0; world < 500; world++)
        {
            _ = new World("000000000000", new WorldSettings { EventAppended = lines.Follow("000000000000", null) });
        }

        await lines.StopAsync(default);
        lines.ExecuteTask!.IsFaulted.Should().BeFalse();
    }

    [Fact]
    public async Task Stop_WithEventsThatWait_WritesThem()
    {
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(_log));
        using var lines = new JournalLines(loggers);
        var world = Deployed(lines, kept: 1000);

        await lines.StartAsync(default);
        await lines.StopAsync(default);

        _log.Entries.Should().HaveCount((int)world.Events);
    }

    public void Dispose() => _log.Dispose();

    // An endpoint was created in it.
    private static World Deployed(JournalLines lines, int kept)
    {
        var world = new World("000000000000", new WorldSettings
        {
            EventLog = new(MostEvents: kept),
            EventAppended = lines.Follow("000000000000", null),
        });
        world.Apply(new CreateEndpointConfig("us-east-1", "c", [new("A", null, "ml.m5.large", 1, 1)], "{}"), world.Now);
        world.Apply(new CreateEndpoint("us-east-1", "demo", "c"), world.Now);
        world.RunUntil(world.Now.AddMinutes(1));
        return world;
    }
}
