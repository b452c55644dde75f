using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Quotas;
using RollingDeploy.Core.Tests.Snapshots;

namespace RollingDeploy.Core.Tests.Support;

/// <summary>
/// A world with one model <c>m</c> and, once it is created, one endpoint <c>e</c>; its clock moves only when told.
/// Fleets take 5 s to launch, 1 s to settle traffic and 1 s to go, unless the settings say otherwise.
/// </summary>
internal sealed class TestWorld
{
    public const string RegionName = "us-east-1";

    public TestWorld(WorldSettings? settings = null)
    {
        World = new World("123456789012", settings ?? new WorldSettings());
        Apply(new CreateModel(RegionName, "m", ["image"], "{}"));
    }

    /// <summary>A world in which fleets take no time: only bakes do.</summary>
    public static TestWorld Instant =>
        new(new WorldSettings { Timings = new() { Launch = default, Activation = default, Termination = default } });

    public World World { get; private set; }

    public Region Region => World.Regions.Single(region => region.Name == RegionName);

    public Endpoint Endpoint => Region.Endpoints.Get("e");

    /// <summary>Whether its configurations are asynchronous, so that endpoints can have zero instances.</summary>
    public bool IsAsync { get; init; }

    /// <summary>The newest deployment and its journal.</summary>
    public DeploymentRecord Record => Endpoint.Deployments[^1];

    public Deployment Deployment => Record.Deployment;

    public IReadOnlyList<JournalEntry> Journal => Record.Journal;

    /// <summary>The newest deployment's events with the seconds since it began: <c>0 started</c>.</summary>
    public IEnumerable<string> Timeline =>
        Journal.Select(entry => FormattableString.Invariant($"{(entry.Time - Deployment.StartedAt).TotalSeconds} {entry.Event}"));

    /// <summary>Goes on with a world that was saved and restored.</summary>
    public TestWorld Restore() => GoOnWith(Snapshot.Restored(World));

    public TestWorld GoOnWith(World world)
    {
        World = world;
        return this;
    }

    public TResult Apply<TResult>(Command<TResult> command) => World.Apply(command, World.Now);

    public TestWorld Config(string name, int instances) => Config(name, ("a", instances));

    public TestWorld Config(string name, params (string Name, int Instances)[] variants)
    {
        Apply(new CreateEndpointConfig(
            RegionName,
            name,
            [.. variants.Select(variant => new ProductionVariant(variant.Name, "m", "ml.m5.large", variant.Instances, 1))],
            "{}")
        {
            Async = IsAsync ? new() : null,
        });
        return this;
    }

    /// <summary>A configuration of one variant on another instance type; serverless where there is none.</summary>
    public TestWorld ConfigOn(string? instanceType, string name, int instances = 2, string model = "m")
    {
        var variant = new ProductionVariant("a", model, instanceType, instances, 1)
        {
            Serverless = instanceType is null ? new ServerlessCapacity(10, null) : null,
        };
        Apply(new CreateEndpointConfig(RegionName, name, [variant], "{}"));
        return this;
    }

    /// <summary>
    /// Two configurations, <c>v1</c> and <c>v2</c>, of so many instances; the endpoint is in service on the first.
    /// </summary>
    public TestWorld Endpoints(int old, int? next = null) => Config("v1", old).Config("v2", next ?? old).Create("v1");

    /// <summary>Creates the endpoint and waits until that has ended.</summary>
    public TestWorld Create(string config, DeploymentConfig? deploymentConfig = null)
    {
        Apply(new CreateEndpoint(RegionName, "e", config, deploymentConfig));
        return ToTheEnd();
    }

    public TestWorld Update(string config, DeploymentConfig? deploymentConfig = null, bool retain = false)
    {
        Apply(new UpdateEndpoint(RegionName, "e", config)
        {
            DeploymentConfig = deploymentConfig,
            RetainDeploymentConfig = retain,
        });
        return this;
    }

    /// <summary>Scales the variants that are named.</summary>
    public TestWorld Scale(params (string Name, int Instances)[] variants) =>
        Scale([.. variants.Select(variant => new WeightAndCapacity(variant.Name, null, variant.Instances))]);

    public TestWorld Scale(params WeightAndCapacity[] desired)
    {
        Apply(new UpdateWeightsAndCapacities(RegionName, "e", [.. desired]));
        return this;
    }

    public TestWorld Quota(int? limit, int? available = null, string instanceType = "ml.m5.large")
    {
        Apply(new PutQuota(RegionName, instanceType, new Quota(limit, available)));
        return this;
    }

    /// <summary>An alarm without data that looks at <see cref="Samples.Errors"/>: in OK, unless it is set or data come.</summary>
    public TestWorld Alarm(string name)
    {
        Apply(new PutMetricAlarm(RegionName, name, Samples.Alarm with { TreatMissingData = MissingData.NotBreaching }, "{}"));
        return this;
    }

    public TestWorld SetAlarm(string name, AlarmState state)
    {
        Apply(new SetAlarmState(RegionName, name, state, "by hand", null));
        return this;
    }

    public TestWorld Fault(FleetSide side, int? atInstance = null, int? times = 1)
    {
        Apply(new AddFault(RegionName, FaultKind.InsufficientCapacity, new() { Fleet = side, AtInstance = atInstance }, times));
        return this;
    }

    public TestWorld Fault(FaultKind kind, FaultScope? scope = null, int? times = 1, double seconds = 600)
    {
        Apply(new AddFault(RegionName, kind, scope ?? new(), times) { Takes = TimeSpan.FromSeconds(seconds) });
        return this;
    }

    /// <summary>How often each fault struck, in the order in which they were asked for.</summary>
    public IEnumerable<int> Hits => Region.Faults.All.Select(fault => fault.Hits);

    public TestWorld Advance(double seconds)
    {
        World.RunUntil(World.Now.AddSeconds(seconds));
        return this;
    }

    /// <summary>Runs until the newest deployment has written <paramref name="journalEvent"/> for the n-th time.</summary>
    public TestWorld Until(string journalEvent, int times = 1)
    {
        var reached = World.RunUntil(
            World.Now.AddDays(2), _ => Journal.Count(entry => entry.Event == journalEvent) >= times);
        reached.Should().BeTrue($"there should be {times} × {journalEvent} in: {string.Join(", ", Timeline)}");
        return this;
    }

    /// <summary>Runs until no endpoint is in transition.</summary>
    public TestWorld ToTheEnd()
    {
        World.RunUntil(World.Now.AddDays(2), world => world.InTransition == 0)
            .Should().BeTrue($"it should have ended: {string.Join(", ", Timeline.TakeLast(9))}");
        return this;
    }
}
