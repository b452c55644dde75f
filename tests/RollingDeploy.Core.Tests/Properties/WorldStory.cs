using System.Text;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Tests.Snapshots;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Properties;

/// <summary>
/// A random world, and what can be seen in it: endpoints of every kind come, are updated, get traffic and calls and go, with
/// alarms of every kind on their metrics, at full minutes and at odd times.
/// </summary>
internal sealed class WorldStory
{
    private const int Acts = 16;

    private readonly Random _random;
    private readonly Random? _readers;
    private readonly Random? _cuts;
    private readonly Cut _cut;
    private readonly KeptCommands _kept = new();
    private readonly TestWorld _world;
    private readonly RandomActs _acts;
    private readonly StringBuilder _seen = new();

    private readonly bool _isEager;
    private int _passesUntilSnapshot = -1;
    private int _passesUntilCut = -1;

    private WorldStory(int seed, bool isEager, bool isRead, Cut cut)
    {
        (_isEager, _cut) = (isEager, cut);
        _random = new Random(seed);
        _readers = isRead ? new Random(seed) : null;
        if (cut != Cut.None)
        {
            // A seed and its negative give the same numbers.
            _cuts = new Random(seed ^ 0x5eed);
            _passesUntilCut = _cuts.Next(Acts);
            _passesUntilSnapshot = cut == Cut.ReplayedFromSnapshot ? _cuts.Next(_passesUntilCut + 1) : -1;
        }

        var settings = new WorldSettings { IsEager = isEager, Seed = (ulong)seed, Timings = Timings() };
        _world = cut is Cut.Replayed or Cut.ReplayedFromSnapshot ? new(_kept.Begin(settings)) : new(settings);
        _acts = new(_world, _random);
    }

    private DateTimeOffset Now => _world.World.Now;

    /// <summary>Tells the story with a seed. Readers look at moments of their own, which must not change anything.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="isEager">Whether everything is looked at every minute and at every poll.</param>
    /// <param name="isRead">Whether there are readers.</param>
    /// <param name="cut">How the story goes on in another world after a random moment.</param>
    public static string Of(int seed, bool isEager = false, bool isRead = false, Cut cut = Cut.None)
    {
        var story = new WorldStory(seed, isEager, isRead, cut);
        story.Tell();
        return story._seen.ToString();
    }

    private void Tell()
    {
        for (var i = 0; i < Acts; i++)
        {
            Pass();
            _acts.Act();
            LookAtAlarms();
            LookAtEndpoints();
        }

        // Data is aggregated after three hours, and again after fifteen days.
        _world.Advance(_random.Next(400) == 0 ? 20 * 86_400 : _random.Next(4) == 0 ? 4 * 3600 : 2400);
        _acts.Act();
        _world.Advance(90);
        LookAtAlarms();
        LookAtEndpoints();
        LookAtMetrics();
        foreach (var item in _world.Region.AlarmHistory.At(Now))
        {
            _seen.AppendLine($"{item.At:O} {item.AlarmName} {item.Event}");
        }

        foreach (var it in _world.World.Log.After(0, int.MaxValue))
        {
            _seen.AppendLine($"{it.At:O} {it.Subject} {it.Data.Sentence}");
        }
    }

    private FleetTimings Timings() => _random.Next(3) == 0
        ? new() { Launch = default, Activation = default, Termination = default }
        : new() { LaunchJitter = TimeSpan.FromSeconds(_random.Next(2) * 40) };

    private void Pass()
    {
        var until = Now.AddSeconds(_random.Next(6) switch
        {
            0 => 60,
            1 => 60 - (Now.ToUnixTimeMilliseconds() % 60_000 / 1000.0),
            2 => _random.Next(1, 400),
            3 => _random.Next(1, 100_000) / 1000.0,
            4 => _random.Next(1, 60) * 60,
            _ => 0,
        });
        if (_passesUntilSnapshot-- == 0)
        {
            StopOn(until);
            _kept.TakeSnapshot(_world.World);
        }

        CutOn(until);
        while (_readers is not null && _readers.Next(2) == 0 && Now < until)
        {
            _world.World.RunUntil(new(Math.Min(until.Ticks, Now.AddSeconds(_readers.Next(1, 200)).Ticks), default), Stop);
            foreach (var metric in _world.Region.Metrics.All)
            {
                _ = (metric.NewestAt(Now), MetricText.Of(_world, metric, 300, 3));
            }
        }

        _world.World.RunUntil(until);
    }

    private void CutOn(DateTimeOffset until)
    {
        if (_passesUntilCut-- != 0)
        {
            return;
        }

        StopOn(until);
        if (_cut != Cut.Restored)
        {
            _world.GoOnWith(_kept.Replay(_world.World));
            return;
        }

        if (_isEager)
        {
            // Nobody sleeps, so nobody is woken by restoring: all state is the same.
            RestoreTests.RequireSame(_world.World);
        }

        _world.Restore();
    }

    // Between two commands, at any time until the next one, and while only some of what is due at a time has run.
    private void StopOn(DateTimeOffset until)
    {
        var moment = _cuts!.Next(3) switch
        {
            0 => Now,
            1 => until,
            _ => Now.AddTicks((long)((until - Now).Ticks * _cuts.NextDouble())),
        };
        var entries = _cuts.Next(4) == 0 ? _cuts.Next(100) : int.MaxValue;
        _world.World.RunUntil(moment, _ => entries-- == 0);
    }

    // Readers also look while only some of what is due at a time has run.
    private bool Stop(WorldView view) => _readers!.Next(40) == 0;

    private void LookAtAlarms()
    {
        foreach (var name in RandomActs.Alarms)
        {
            if (_world.Region.Alarms.Find(name) is { } alarm)
            {
                _seen.AppendLine($"{Now:O} {name} {alarm.Current} {alarm.UpdatedAt:O}");
            }
        }
    }

    // What DescribeEndpoint shows.
    private void LookAtEndpoints()
    {
        foreach (var endpoint in _world.Region.Endpoints.All)
        {
            _seen.AppendLine($"{endpoint.Name} {endpoint.Status} {endpoint.ConfigName} {endpoint.LastModifiedTime:O} {endpoint.FailureReason}");
            foreach (var variant in (endpoint.Current?.Variants ?? []).Concat(endpoint.Pending?.Variants ?? []))
            {
                _seen.AppendLine($"  {variant.Spec.VariantName} {variant.InService} of {variant.Desired}, {variant.Weight:R}");
            }
        }
    }

    private void LookAtMetrics()
    {
        foreach (var metric in _world.Region.Metrics.All)
        {
            _seen.AppendLine($"{metric.Id} {metric.NewestAt(Now):O} {metric.OldestOf(null, Now):O}");
            foreach (var (period, count) in new[] { (10, 200), (60, 240), (300, 60), (3600, 12) })
            {
                _seen.AppendLine(MetricText.Of(_world, metric, period, count));
            }
        }
    }
}
