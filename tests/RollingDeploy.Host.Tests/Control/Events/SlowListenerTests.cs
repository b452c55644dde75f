using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using RollingDeploy.Core;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Traffic;
using RollingDeploy.Host.Control.Events;

namespace RollingDeploy.Host.Tests.Control.Events;

/// <summary>A listener that does not read loses only its own place, and is told.</summary>
public sealed class SlowListenerTests : IAsyncDisposable
{
    private const int Kept = 50;

    private readonly EventStreams _streams = new(TimeProvider.System, NullLogger<EventStreams>.Instance);
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _open = [];
    private readonly World _world;
    private int _requests;

    public SlowListenerTests()
    {
        _world = new World("000000000000", new WorldSettings
        {
            EventLog = new(MostEvents: Kept),
            EventAppended = _streams.Follow("000000000000", null),
        });
        _world.Apply(new CreateEndpointConfig("us-east-1", "c", [new("A", null, "ml.m5.large", 1, 1)], "{}"), _world.Glance.Now);
        _world.Apply(new CreateEndpoint("us-east-1", "demo", "c"), _world.Glance.Now);
    }

    [Theory]
    [InlineData("demo")]
    [InlineData(null)]
    public async Task Listener_ThatStopsReading_IsToldWhatItMissedAndGoesOn(string? endpoint)
    {
        var (slow, fast) = (Listen(endpoint), Listen(endpoint));
        var first = _world.Log.Last + 1;
        for (var round = 0; round < 400; round++)
        {
            Happen(Kept - 10);
            await fast.Has(_world.Log.Last);
        }

        await slow.Has(_world.Log.Last);

        fast.Ids.Should().Equal(Range(first, _world.Log.Last));
        fast.Missed.Should().BeEmpty();
        slow.Missed.Should().ContainSingle();
        var lost = slow.Missed[0];
        slow.Ids.TakeWhile(id => id < lost.From).Should().Equal(Range(first, lost.From - 1));
        slow.Ids.SkipWhile(id => id < lost.From).Should().Equal(Range(lost.To + 1, _world.Log.Last));
    }

    [Fact]
    public async Task Listener_OfAnotherEndpoint_HearsNothing()
    {
        var (other, all) = (Listen("other"), Listen(null));

        Happen(10);
        await all.Has(_world.Log.Last);

        other.Ids.Should().BeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_open).ContinueWith(_ => { }, TaskScheduler.Default);
        _streams.Feeds.Should().Be(0);
        _end.Dispose();
    }

    private static IEnumerable<long> Range(long from, long to) =>
        Enumerable.Range((int)from, (int)(to - from + 1)).Select(each => (long)each);

    private void Happen(int times)
    {
        for (var i = 0; i < times; i++)
        {
            _world.Apply(
                new PutTraffic("us-east-1", "demo", new TrafficPattern(++_requests, TrafficShape.Constant)), _world.Glance.Now);
        }
    }

    private Reading Listen(string? endpoint)
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 4096, resumeWriterThreshold: 2048));
        var listener = new EventListener(
            new(new(endpoint, [], null), EventFormat.Own, new(1, _world.Log.Last), _world.Log), pipe.Writer);
        _open.Add(_streams.Serve("000000000000", () => _world.Log, listener, _end.Token));
        return new Reading(new StreamReader(pipe.Reader.AsStream(), Encoding.UTF8));
    }

    private sealed class Reading(TextReader lines)
    {
        public List<long> Ids { get; } = [];

        public List<(long From, long To)> Missed { get; } = [];

        /// <summary>Reads up to this event.</summary>
        public async Task Has(long last)
        {
            using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (Ids.Count == 0 || Ids[^1] < last)
            {
                var line = await lines.ReadLineAsync(late.Token);
                if (line!.StartsWith("data: ", StringComparison.Ordinal))
                {
                    Take(JsonNode.Parse(line[6..])!);
                }
            }
        }

        private void Take(JsonNode data)
        {
            if (data["kind"]!.GetValue<string>() == "missed")
            {
                Missed.Add((Sequence(data, "from"), Sequence(data, "to")));
            }
            else
            {
                Ids.Add(data["sequence"]!.GetValue<long>());
            }
        }

        private static long Sequence(JsonNode data, string name) =>
            long.Parse(data[name]!.GetValue<string>().Split('-')[1]);
    }
}
