using Microsoft.Extensions.Logging;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Host.Terminal;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Terminal;

/// <summary>A line for each event of a deployment.</summary>
public sealed class JournalLinesTests : IDisposable
{
    private readonly HeardLog _log = new(LogLevel.Information, Lines.Deployments);

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
    public async Task Hear_OfMoreThanCanWait_CountsThem()
    {
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(_log));
        using var lines = new JournalLines(loggers);
        var (endpoint, entry) = await SomeEvent();

        for (var i = 0; i < JournalLines.MostWaiting + 7; i++)
        {
            lines.Hear(endpoint, entry);
        }

        await lines.StartAsync(default);
        await Eventually.Holds(() => _log.Entries.Count > JournalLines.MostWaiting, "the queue is emptied");
        _log.Entries.Last().Should().Match<HeardEntry>(last => last.Level == LogLevel.Warning && last.Message.StartsWith("7 more events"));
        await lines.StopAsync(default);
    }

    [Fact]
    public async Task Stop_WithEventsThatWait_WritesThem()
    {
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(_log));
        using var lines = new JournalLines(loggers);
        var (endpoint, entry) = await SomeEvent();
        lines.Hear(endpoint, entry);

        await lines.StartAsync(default);
        await lines.StopAsync(default);

        _log.Entries.Should().ContainSingle();
    }

    public void Dispose() => _log.Dispose();

    // The first event of an endpoint.
    private static async Task<(Deployable Subject, JournalEntry Entry)> SomeEvent()
    {
        await using var host = TestHost.With();
        var account = host.NewAccount();
        await account.HasEndpoint();
        return account.World.Read(world => world.Regions.Single().Endpoints.TryGet("demo", out var endpoint)
            ? (endpoint, endpoint.Deployments[0].Journal[0])
            : throw new InvalidOperationException());
    }
}
