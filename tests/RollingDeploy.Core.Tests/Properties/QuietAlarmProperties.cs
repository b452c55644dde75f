using System.Collections.Immutable;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Metrics.Queries;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Properties;

/// <summary>
/// Alarms sleep until they can change. An engine that looks at every alarm at every time gives the same states, reasons, times
/// and history, at every moment at which somebody looks.
/// </summary>
public sealed class QuietAlarmProperties
{
    private const string Policy = "arn:aws:autoscaling:us-east-1:123456789012:scalingPolicy:1:resource/sagemaker/x:policyName/p";

    private static readonly string[] Names = ["a", "b", "c", "d"];
    private static readonly MetricId[] Metrics =
        [.. Enumerable.Range(0, 3).Select(i => new MetricId("Test", $"m{i}", []))];

    private static int Cases => CaseCount.OfWorlds;

    [Fact]
    public void AnyAlarms_LookedAtEveryMinute_AreTheSame()
    {
        for (var seed = 1; seed <= Cases; seed++)
        {
            var (sleeping, eager) = (Story(seed, isEager: false), Story(seed, isEager: true));

            if (sleeping != eager)
            {
                sleeping.Should().Be(eager, "seed {0} gives the same", seed);
            }
        }
    }

    /// <summary>A property of alarms that never sleep would prove nothing.</summary>
    [Fact]
    public void QuietAlarm_InAnHour_IsNotScheduled()
    {
        var world = new TestWorld().Alarm("bad");
        world.Apply(Put(Metrics[0], 1, 60, null));

        world.Advance(3600);

        world.World.Schedule.Entries.Should().BeEmpty();
    }

    private static string Story(int seed, bool isEager)
    {
        var random = new Random(seed);
        var world = new TestWorld(new WorldSettings { IsEager = isEager });
        var seen = new System.Text.StringBuilder();
        world.Apply(PutAlarm(random, "a"));
        for (var i = 0; i < 25; i++)
        {
            // At grid instants, and at odd ones.
            world.Advance(random.Next(4) switch
            {
                0 => 60,
                1 => 10,
                2 => random.Next(1, 400),
                _ => random.Next(1, 100_000) / 1000.0,
            });
            Act(random, world);
            Look(world, seen);
        }

        world.Advance(7200);
        Look(world, seen);
        foreach (var it in world.World.Log.After(0, int.MaxValue))
        {
            seen.AppendLine($"{it.At:O} {it.Subject} {it.Data.Sentence}");
        }

        return seen.ToString();
    }

    private static void Look(TestWorld world, System.Text.StringBuilder seen)
    {
        foreach (var name in Names)
        {
            if (world.Region.Alarms.Find(name) is { } alarm)
            {
                seen.AppendLine($"{world.World.Now:O} {name} {alarm.Current} {alarm.UpdatedAt:O}");
            }
        }
    }

    private static void Act(Random random, TestWorld world)
    {
        var name = Names[random.Next(Names.Length)];
        try
        {
            switch (random.Next(10))
            {
                case 0 or 1:
                    world.Apply(PutAlarm(random, name));
                    break;
                case 2:
                    world.Apply(new SetAlarmState(
                        TestWorld.RegionName, name, (AlarmState)random.Next(3), "by hand", null));
                    break;
                case 3:
                    world.Apply(new DeleteAlarms(TestWorld.RegionName, [name]));
                    break;
                case 4:
                    world.Apply(new SetAlarmActions(TestWorld.RegionName, [name], random.Next(2) == 0));
                    break;
                default:
                    var age = random.Next(4) switch { 0 => random.Next(-7000, 7000), 1 => random.Next(0, 100), _ => 0 };
                    world.Apply(Put(
                        Metrics[random.Next(Metrics.Length)],
                        random.Next(-2, 5),
                        random.Next(3) switch { 0 => 1, 1 => 10, _ => 60 },
                        age == 0 ? null : world.World.Now.AddSeconds(-age)));
                    break;
            }
        }
        catch (AwsError)
        {
            // Both engines refuse the same requests.
        }
    }

    private static PutMetricData Put(MetricId metric, double value, int resolution, DateTimeOffset? at) =>
        new(TestWorld.RegionName, [new Datum(metric, "None", at, resolution, SampleSet.Of(value))]);

    private static Command<string> PutAlarm(Random random, string name)
    {
        if (name == "d")
        {
            return new PutCompositeAlarm(
                TestWorld.RegionName, name, new CompositeConfiguration("ALARM(a) OR OK(b)", ["a", "b"], null), "{}");
        }

        var period = random.Next(5) switch { 0 => 10, 1 => 30, 2 => 300, _ => 60 };
        var n = random.Next(1, 5);
        var actions = random.Next(4) == 0 ? new AlarmActions { Alarm = [Policy] } : AlarmActions.None;
        return new PutMetricAlarm(TestWorld.RegionName, name, Samples.Alarm with
        {
            Source = Source(random, period),
            EvaluationPeriods = n,
            DatapointsToAlarm = random.Next(1, n + 1),
            Threshold = random.Next(-1, 3),
            TreatMissingData = (MissingData)random.Next(4),
            WarmUp = random.Next(8) == 0 ? new WarmUp(random.Next(1, 20), random.Next(2) == 0) : null,
        }, "{}")
        { Actions = actions };
    }

    private static AlarmSource Source(Random random, int period)
    {
        MetricStat Stat() => new(
            Metrics[random.Next(Metrics.Length)], null, random.Next(2) == 0 ? Statistic.Sum : Statistic.Maximum, period);
        ImmutableArray<MetricQuery> queries = [new("x", Stat(), null), new("y", Stat(), null)];
        return random.Next(8) switch
        {
            0 => new MetricMathSource([.. queries, new("e", null, "x + FILL(y, 1)")], "e"),
            1 => new MetricMathSource([.. queries, new("e", null, "FILL(x, MINUTE(x)) + FILL(y, 0)")], "e"),
            2 => new MetricMathSource([.. queries, new("e", null, "FILL(x, REPEAT) - RUNNING_SUM(FILL(y, 0))")], "e"),
            _ => new SingleMetric(Stat()),
        };
    }
}
