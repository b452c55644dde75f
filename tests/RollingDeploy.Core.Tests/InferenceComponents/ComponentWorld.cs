using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.InferenceComponents;

/// <summary>
/// A world with an endpoint <c>e</c> that hosts components on instances of 2 vCPU and 8 GiB, and a component <c>c</c> on it.
/// A copy takes a gigabyte, unless it is said otherwise: eight fit on an instance.
/// </summary>
internal sealed class ComponentWorld
{
    private const string RegionName = TestWorld.RegionName;
    private const int Gigabyte = 1024;

    public ComponentWorld(int instances = 2, ManagedScaling? scaling = null, string instanceType = "ml.m5.large")
    {
        Endpoints = new TestWorld();
        Apply(new CreateModel(RegionName, "m2", ["image:2"], "{}"));
        Apply(new CreateEndpointConfig(
            RegionName,
            "host",
            [new ProductionVariant("a", null, instanceType, instances, 1) { ManagedScaling = scaling }],
            "{}"));
        Endpoints.Create("host");
    }

    public TestWorld Endpoints { get; }

    public VariantFleet Hosts => Endpoints.Endpoint.Current!.Variants[0];

    public InferenceComponent Component => Find("c");

    public DeploymentRecord Record => Component.Deployments[^1];

    public Deployment Deployment => Record.Deployment;

    /// <summary>The newest deployment's events with the seconds since it began: <c>0 started</c>.</summary>
    public IEnumerable<string> Timeline => Record.Journal.Select(
        entry => FormattableString.Invariant($"{(entry.Time - Deployment.StartedAt).TotalSeconds} {entry.Event}"));

    public static SpecificationSet Spec(string model = "m", int gigabytes = 1, string? basis = null) => new(
        [
            basis is null
                ? new Specification(model) { Needs = new CopyNeeds(0, 0, gigabytes * Gigabyte) }
                : new Specification(null) { BaseName = basis },
        ],
        "{}");

    public InferenceComponent Find(string name) => Endpoints.Region.InferenceComponents.Get(name);

    public TResult Apply<TResult>(Command<TResult> command) => Endpoints.Apply(command);

    /// <summary>Creates a component without waiting for it.</summary>
    public ComponentWorld Begin(int copies, int gigabytes = 1, string name = "c") =>
        Begin(copies, Spec(gigabytes: gigabytes), name);

    public ComponentWorld Begin(int copies, SpecificationSet specification, string name = "c")
    {
        Apply(new CreateInferenceComponent(RegionName, name, "e", specification) { VariantName = "a", CopyCount = copies });
        return this;
    }

    public ComponentWorld Create(int copies, int gigabytes = 1, string name = "c") => Begin(copies, gigabytes, name).ToTheEnd();

    public ComponentWorld Adapter(string name = "adapter", string basis = "c")
    {
        Apply(new CreateInferenceComponent(RegionName, name, "e", Spec(basis: basis)));
        return ToTheEnd();
    }

    public ComponentWorld Update(DeploymentConfig? config = null, int? copies = null, int gigabytes = 1)
    {
        Apply(new UpdateInferenceComponent(RegionName, "c")
        {
            Specification = Spec("m2", gigabytes),
            CopyCount = copies,
            DeploymentConfig = config,
        });
        return this;
    }

    public ComponentWorld Scale(int copies)
    {
        Apply(new UpdateInferenceComponentRuntimeConfig(RegionName, "c", copies));
        return this;
    }

    public ComponentWorld Delete(string name = "c")
    {
        Apply(new DeleteInferenceComponent(RegionName, name));
        return this;
    }

    public ComponentWorld Alarm(string name)
    {
        Endpoints.Alarm(name);
        return this;
    }

    public ComponentWorld SetAlarm(string name, AlarmState state)
    {
        Endpoints.SetAlarm(name, state);
        return this;
    }

    public ComponentWorld Fault(FleetSide side, int? atCopy = null)
    {
        var scope = new FaultScope { InferenceComponent = "c", Fleet = side, AtInstance = atCopy };
        Apply(new AddFault(RegionName, FaultKind.InsufficientCapacity, scope, 1));
        return this;
    }

    public ComponentWorld Advance(double seconds)
    {
        Endpoints.Advance(seconds);
        return this;
    }

    /// <summary>Runs until the newest deployment has written <paramref name="journalEvent"/> for the n-th time.</summary>
    public ComponentWorld Until(string journalEvent, int times = 1)
    {
        var reached = Endpoints.World.RunUntil(
            Endpoints.World.Now.AddDays(2), _ => Record.Journal.Count(entry => entry.Event == journalEvent) >= times);
        reached.Should().BeTrue($"there should be {times} × {journalEvent} in: {string.Join(", ", Timeline)}");
        return this;
    }

    /// <summary>Runs until nothing is in transition.</summary>
    public ComponentWorld ToTheEnd()
    {
        Endpoints.World.RunUntil(Endpoints.World.Now.AddDays(2), world => world.InTransition == 0).Should().BeTrue();
        return this;
    }
}
