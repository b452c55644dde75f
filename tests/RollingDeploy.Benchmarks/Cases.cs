using RollingDeploy.Core;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Benchmarks;

/// <summary>Deployments to their end, under one advance.</summary>
internal static class Deployments
{
    public static void Print()
    {
        Bench.Print("long rolling update: 100 instances by 5, a bake of 1,400 s, two alarms", LongRolling.Prepare, LongRolling.Run);
        Bench.Print("1,000 endpoints of 4 instances roll at once, one instance at a time, a bake of 300 s", ManyEndpoints.Prepare, ManyEndpoints.Run);
    }
}

/// <summary>The longest deployment that AWS allows, nearly: just under eight hours.</summary>
internal static class LongRolling
{
    public static World Prepare()
    {
        var world = Worlds.WithConfigs(instances: 100);
        foreach (var alarm in (string[])["errors", "latency"])
        {
            world.Apply(new PutMetricAlarm(Worlds.Region, alarm, Worlds.Alarm(alarm), "{}"), world.Now);
        }

        Worlds.Create(world, "endpoint");
        return Worlds.Update(world, "endpoint", batch: 5, bake: 1400, "errors", "latency");
    }

    public static long Run(World world) => Worlds.Finish(world, TimeSpan.FromSeconds(28_800));
}

/// <summary>Many endpoints at once: no timer, task or thread of their own.</summary>
internal static class ManyEndpoints
{
    public static World Prepare()
    {
        var world = Worlds.WithConfigs(instances: 4);
        var names = Enumerable.Range(0, 1000).Select(i => $"endpoint-{i}").ToList();
        names.ForEach(name => Worlds.Create(world, name));
        names.ForEach(name => Worlds.Update(world, name, batch: 1, bake: 300));
        return world;
    }

    public static long Run(World world) => Worlds.Finish(world, TimeSpan.FromHours(1));
}

internal static class Worlds
{
    public const string Region = "us-east-1";

    public static World WithConfigs(int instances, WorldSettings? settings = null)
    {
        var world = new World("000000000000", settings ?? new WorldSettings());
        world.Apply(new CreateModel(Region, "model", ["image:1"], "{}"), world.Now);
        foreach (var config in (string[])["old", "new"])
        {
            var variant = new ProductionVariant("AllTraffic", "model", "ml.m5.large", instances, 1);
            world.Apply(new CreateEndpointConfig(Region, config, [variant], "{}"), world.Now);
        }

        return world;
    }

    public static AlarmConfiguration Alarm(string metric) => new()
    {
        Source = new SingleMetric(new MetricStat(new MetricId("Bench", metric, []), null, Statistic.Average, 60)),
        EvaluationPeriods = 3,
        DatapointsToAlarm = 3,
        Threshold = 1,
        Comparison = ComparisonOperator.GreaterThanThreshold,
    };

    public static Datum Datum(string metric, double value) =>
        new(new MetricId("Bench", metric, []), "None", null, 60, SampleSet.Of(value));

    public static void Create(World world, string endpoint)
    {
        world.Apply(new CreateEndpoint(Region, endpoint, "old"), world.Now);
        world.RunUntil(world.Now.AddSeconds(10));
    }

    public static World Update(World world, string endpoint, int batch, int bake, params string[] alarms)
    {
        var rolling = new RollingUpdatePolicy(new CapacitySize(CapacitySizeType.InstanceCount, batch), bake)
        {
            MaximumExecutionTimeoutInSeconds = 28_800,
        };
        world.Apply(
            new UpdateEndpoint(Region, endpoint, "new") { DeploymentConfig = new() { Rolling = rolling, Alarms = [.. alarms] } },
            world.Now);
        return world;
    }

    public static long Finish(World world, TimeSpan within)
    {
        var before = world.Events;
        world.RunUntil(world.Now + within);
        return world.InTransition == 0 ? world.Events - before : throw new InvalidOperationException("A deployment did not end.");
    }
}
