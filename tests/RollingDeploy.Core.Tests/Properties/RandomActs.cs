using System.Collections.Immutable;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.AsyncInference;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Tests.InferenceComponents;
using RollingDeploy.Core.Tests.Support;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.Tests.Properties;

/// <summary>Runs random commands. Those that are refused are refused by every engine.</summary>
internal sealed class RandomActs
{
    /// <summary>The names of the alarms. The last one is composite.</summary>
    public static readonly string[] Alarms = ["a", "b", "c", "d"];

    private const string Region = TestWorld.RegionName;
    private const string Endpoints = "/aws/sagemaker/Endpoints";

    private const string Total = "SELECT SUM(Invocations) FROM \"AWS/SageMaker\"";
    private const string ByEndpoint = Total + " GROUP BY EndpointName ORDER BY SUM() DESC LIMIT 2";

    private static readonly string[] Names = ["e1", "e2", "host"];
    private static readonly string[] Configs = ["v1", "v2", "often", "serverless", "shadowed", "async"];

    private readonly TestWorld _world;
    private readonly Random _random;
    private readonly Action[] _all;

    public RandomActs(TestWorld world, Random random)
    {
        (_world, _random) = (world, random);
        _world.Apply(new CreateModel(Region, "m2", ["image:2"], "{}"));
        Config("v1", Variant("a", 2));
        Config("v2", Variant("a", 3) with { InitialWeight = 2 }, Variant("b", 1));
        Config("often", Variant("a", 1) with { Publishing = new(_random.Next(2) == 0 ? 10 : 120, true) });
        Config("serverless", Variant("a", 1) with { InstanceType = null, Serverless = new(10, 2) });
        Config("shadowed", Variant("a", 2), Variant("b", 1) with { IsShadow = true, InitialWeight = 0.5f });
        Config("hosts", Variant("a", 2) with { ModelName = null });
        _world.Apply(new CreateEndpointConfig(Region, "async", [Variant("a", 1)], "{}") { Async = new() });
        _world.Apply(new CreateEndpoint(Region, "e1", "v1", null));
        _world.Apply(new CreateEndpoint(Region, "host", "hosts", null));
        _world.Apply(new CreateEndpoint(Region, "e2", Any("async", "serverless", "shadowed"), null));
        foreach (var alarm in Alarms[..^1])
        {
            _world.Alarm(alarm);
        }

        _all =
        [
            PutAlarm, PutAlarm, PutAlarm, PutTraffic, PutTraffic, PutTraffic, Invoke, Invoke, Create, Update, Update, Scale,
            PutData, PutData, PutBehavior, PutBehavior, Component, Component, Delete, Track, Fault, SetAlarm,
        ];
    }

    /// <summary>Runs one of the commands.</summary>
    public void Act()
    {
        var act = _all[_random.Next(_all.Length)];
        try
        {
            act();
        }
        catch (AwsError)
        {
            // Every engine refuses the same commands.
        }
    }

    private static ProductionVariant Variant(string name, int instances) => new(name, "m", "ml.m5.large", instances, 1);

    private void Config(string name, params ProductionVariant[] variants) =>
        _world.Apply(new CreateEndpointConfig(Region, name, [.. variants], "{}"));

    private T Any<T>(params T[] all) => all[_random.Next(all.Length)];

    private void Create() => _world.Apply(new CreateEndpoint(Region, Any(Names), Any([.. Configs, "hosts"]), null));

    private void Delete() => _world.Apply(new DeleteEndpoint(Region, Any(Names)));

    private void Update() => _world.Apply(new UpdateEndpoint(Region, Any(Names), Any([.. Configs, "hosts"]))
    {
        DeploymentConfig = Any(
            null, Support.Configs.Rolling("1", 60), Support.Configs.Canary("1", 60, 20), Support.Configs.AllAtOnce(30),
            Support.Configs.Linear("1", 30))
            ?.Watching(Any("a", "b", "c")),
    });

    private void Scale() => _world.Apply(new UpdateWeightsAndCapacities(
        Region, Any("e1", "e2"), [new WeightAndCapacity("a", Any<float?>(null, 3), Any(1, 2, 4))]));

    private void PutTraffic() => _world.Apply(new PutTraffic(Region, Any(Names), Any(
        null,
        new TrafficPattern(Any(10, 0.3, 7.77)),
        new TrafficPattern(Any(5, 1 / 3.0), TrafficShape.Ramp, Any(90, 600)),
        new TrafficPattern(3, TrafficShape.Daily))));

    private void PutBehavior() => _world.Apply(new PutBehavior(Region, Any("m", "m2"), new ModelBehavior
    {
        ErrorRate = Any<double?>(null, 0, 0.1, 1),
        ErrorsAfterSeconds = Any<double?>(null, 100, 400),
        ErrorsBeyondInstances = Any<int?>(null, 2),
        LatencyMedianMs = Any<double?>(null, 3.3, 400),
        LatencyP99Ms = Any<double?>(null, 1000),
    }));

    private void Invoke()
    {
        if (_random.Next(3) == 0)
        {
            _world.Apply(new InvokeAsync(Region, Any(Names)) { Body = "aGk=" });
        }
        else
        {
            _world.Apply(new Invoke(Region, Any(Names)) { Component = Any(null, null, "c") });
        }
    }

    private void Fault() => _world.Fault(
        Any(FaultKind.InstanceCrash, FaultKind.InsufficientCapacity, FaultKind.SlowLaunch), times: Any(1, 2), seconds: 90);

    private void SetAlarm() => _world.Apply(new SetAlarmState(Region, Any(Alarms), (AlarmState)_random.Next(3), "by hand", null));

    private void Component()
    {
        Command<string> create = new CreateInferenceComponent(Region, "c", "host", ComponentWorld.Spec())
        {
            VariantName = "a",
            CopyCount = Any(1, 3),
        };
        switch (_random.Next(6))
        {
            case 0:
                _world.Apply(new UpdateInferenceComponent(Region, "c")
                {
                    Specification = ComponentWorld.Spec(Any("m", "m2"), Any(1, 2)),
                });
                break;
            case 1:
                _world.Apply(new UpdateInferenceComponentRuntimeConfig(Region, "c", Any(0, 1, 4)));
                break;
            case 2:
                _world.Apply(new DeleteInferenceComponent(Region, "c"));
                break;
            default:
                _world.Apply(create);
                break;
        }
    }

    private void Track()
    {
        var key = ScalableResource.Parse("endpoint/e1/variant/a", "sagemaker:variant:DesiredInstanceCount")!.Key;
        _world.Apply(new RegisterScalableTarget(Region, key) { MinCapacity = 1, MaxCapacity = 5 });
        _world.Apply(new PutScalingPolicy(
            Region, key, "track", new TargetTracking(Any(20, 300), new(new SingleMetric(Stat("InvocationsPerInstance", 60)), "{}")), "{}"));
    }

    // Data of others for metrics that meters publish: now, late, in advance, and equal data of some minutes.
    private void PutData()
    {
        var (unit, samples) = (Any("Percent", "Percent", "None"), SampleSet.Of(Any(0, 0.1, 55)));
        DateTimeOffset? at = Any<double?>(null, 0, 61, 200, 4000, 20_000, -300, -7000) is { } age
            ? _world.World.Now.AddSeconds(-age)
            : null;
        var minutes = at is null ? 1 : Any(1, 1, 4);
        var metric = new MetricId(Endpoints, "CPUUtilization", [new("EndpointName", "e1"), new("VariantName", "a")]);
        _world.Apply(new PutMetricData(
            Region,
            [.. Enumerable.Range(0, minutes).Select(i => new Datum(metric, unit, at?.AddMinutes(i), Any(1, 60, 60), samples))]));
    }

    private MetricStat Stat(string name, int period)
    {
        var endpoint = Any(Names);
        ImmutableArray<Dimension> dimensions = name.StartsWith("Approximate", StringComparison.Ordinal) ? [new("EndpointName", "e2")]
            : _random.Next(5) == 0 ? [new("InferenceComponentName", "c")]
            : [new("EndpointName", endpoint), new("VariantName", Any("a", "a", "b"))];
        return new(
            new(name.EndsWith("Utilization", StringComparison.Ordinal) ? Endpoints : "AWS/SageMaker", name, dimensions),
            null,
            Any(Statistic.Sum, Statistic.Average, Statistic.Maximum, Statistic.SampleCount, Statistic.Find("p90")!),
            period);
    }

    private void PutAlarm()
    {
        var name = Any(Alarms);
        if (name == "d")
        {
            _world.Apply(new PutCompositeAlarm(
                Region, name, new CompositeConfiguration("ALARM(a) OR OK(b)", ["a", "b"], null), "{}"));
            return;
        }

        var n = _random.Next(1, 5);
        var source = Source(Any(10, 60, 60, 60, 300));
        var hasBand = source is MetricMathSource { BandId: not null };
        _world.Apply(new PutMetricAlarm(Region, name, Samples.Alarm with
        {
            Source = source,
            Comparison = hasBand ? ComparisonOperator.LessThanLowerOrGreaterThanUpperThreshold : Samples.Alarm.Comparison,
            EvaluationPeriods = n,
            DatapointsToAlarm = _random.Next(1, n + 1),
            Threshold = hasBand ? null : Any(0, 0.5, 20, 400),
            TreatMissingData = (MissingData)_random.Next(4),
            WarmUp = _random.Next(8) == 0 ? new WarmUp(_random.Next(1, 20), _random.Next(2) == 0) : null,
        }, "{}"));
    }

    private AlarmSource Source(int period)
    {
        MetricStat Next() => Stat(
            Any("Invocations", "Invocation5XXErrors", "ModelLatency", "CPUUtilization", "ApproximateBacklogSize", "InvocationsPerInstance",
                "ConcurrentRequestsPerModel"), period);
        return _random.Next(12) switch
        {
            0 or 1 => new MetricMathSource(
                [new("x", Next(), null), new("y", Next(), null), new("e", null, Any("x / FILL(y, 1)", "IF(x > 2, x, FILL(y, 0))"))], "e"),
            2 => new MetricMathSource(
                [new("x", Next(), null), new("band", null, "ANOMALY_DETECTION_BAND(x, 2)")], "x", "band"),
            3 => new MetricMathSource([new("q", null, Any(Total, ByEndpoint), 60)], "q"),
            _ => new SingleMetric(Next()),
        };
    }
}
