using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Alarms.Rules;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.AutoScaling.Schedules;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Guards;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Guards;

/// <summary>
/// A world of which a test breaks a part: the work of whoever <see cref="Breaks"/> names throws. What is to be broken is called
/// <c>bad</c>, and what stands beside it <c>good</c>.
/// </summary>
internal sealed class GuardedWorld
{
    private const string RegionName = TestWorld.RegionName;

    private Func<Owner, bool> _isBroken = _ => false;

    public GuardedWorld() => Stage = new TestWorld(new WorldSettings
    {
        WorkBegins = owner =>
        {
            if (_isBroken(owner))
            {
                throw new InvalidOperationException("a defect");
            }
        },
        ReportDefect = (what, defect) => Reports.Add($"{what}: {defect.Message}"),
    });

    public TestWorld Stage { get; }

    public World World => Stage.World;

    public Region Region => Stage.Region;

    /// <summary>What was reported, in order.</summary>
    public List<string> Reports { get; } = [];

    public IReadOnlyList<SetAside> Problems => World.Quarantine.All;

    public void Breaks(Func<Owner, bool> which) => _isBroken = which;

    public void Mends() => Breaks(_ => false);

    public TResult Apply<TResult>(Command<TResult> command) => Stage.Apply(command);

    public Endpoint Endpoint(string name) => Region.Endpoints.Get(name);

    public InferenceComponent Component(string name) => Region.InferenceComponents.Get(name);

    public AlarmState StateOf(string alarm) => Region.Alarms.Find(alarm)!.State;

    /// <summary>The actions that an alarm has carried out.</summary>
    public int ActionsOf(string alarm) =>
        Region.AlarmHistory.At(World.Now).Count(item => item.AlarmName == alarm && item.Event is ActionExecuted);

    /// <summary>When the newest datapoint of an endpoint's instances is from.</summary>
    public DateTimeOffset? NewestOf(string endpoint) => Region.Metrics.All
        .Where(metric => metric.Id.Name == "CPUUtilization" && metric.Id.Dimensions.Any(each => each.Value == endpoint))
        .Max(metric => metric.NewestAt(World.Now));

    /// <summary>An endpoint in service, of two instances.</summary>
    public GuardedWorld Serves(params string[] endpoints)
    {
        Stage.Config("v1", 2).Config("v2", 2);
        foreach (var name in endpoints)
        {
            Apply(new CreateEndpoint(RegionName, name, "v1"));
        }

        return Advance(10);
    }

    /// <summary>Endpoints in service that host components, each with one copy of a component of the endpoint's name.</summary>
    public GuardedWorld Hosts(params string[] components)
    {
        Apply(new CreateEndpointConfig(RegionName, "host", [new ProductionVariant("a", null, "ml.m5.large", 2, 1)], "{}"));
        Apply(new CreateEndpoint(RegionName, "hosts", "host"));
        Advance(10);
        foreach (var name in components)
        {
            Apply(new CreateInferenceComponent(RegionName, name, "hosts", Specification()) { VariantName = "a" });
        }

        return Advance(10);
    }

    public static SpecificationSet Specification() => new([new Specification("m") { Needs = new CopyNeeds(0, 0, 1024) }], "{}");

    public void Updates(string endpoint, string config = "v2") =>
        Apply(new UpdateEndpoint(RegionName, endpoint, config) { DeploymentConfig = Configs.Rolling("1", wait: 60) });

    public void UpdatesComponent(string component) =>
        Apply(new UpdateInferenceComponent(RegionName, component) { Specification = Specification() });

    /// <summary>An alarm that looks at the errors of each minute.</summary>
    public void Watches(string alarm, params string[] actions) => Apply(new PutMetricAlarm(
        RegionName, alarm, Samples.Alarm with { TreatMissingData = MissingData.NotBreaching }, "{}")
    {
        Actions = new() { Alarm = [.. actions] },
    });

    /// <summary>An alarm that is only set by hand.</summary>
    public void IsSetByHand(string alarm) => Apply(
        new PutMetricAlarm(RegionName, alarm, Samples.Alarm with { TreatMissingData = MissingData.Ignore }, "{}"));

    public void Composes(string alarm, string rule, string? suppressor = null)
    {
        var parsed = AlarmRule.Parse(rule);
        var kept = suppressor is null
            ? null
            : new ActionsSuppressor(suppressor, TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(180));
        Apply(new PutCompositeAlarm(RegionName, alarm, new(rule, parsed.References, kept), "{}")
        { Actions = new() { Alarm = ["arn:alarm"] } });
    }

    public static ScalableResource Variant(string endpoint) =>
        ScalableResource.Parse($"endpoint/{endpoint}/variant/a", "sagemaker:variant:DesiredInstanceCount")!;

    public void Registers(string endpoint) =>
        Apply(new RegisterScalableTarget(RegionName, Variant(endpoint).Key) { MinCapacity = 1, MaxCapacity = 8 });

    /// <summary>A scheduled action that runs every minute.</summary>
    public void Schedules(string endpoint, string name) => Apply(new PutScheduledAction(RegionName, Variant(endpoint).Key, name)
    {
        Schedule = "rate(1 minute)",
        Bounds = new(1, 8),
    });

    /// <summary>A policy of an endpoint that adds so many instances; returns its ARN.</summary>
    public string Steps(string endpoint, string policy, int by) => Apply(new PutScalingPolicy(
        RegionName, Variant(endpoint).Key, policy,
        new StepScaling(AdjustmentType.ChangeInCapacity, [new StepAdjustment(0, null, by)]), "{}")).Arn;

    public int CapacityOf(string endpoint) => Variant(endpoint).CapacityIn(Region)!.Value;

    /// <summary>An error now, and then a minute.</summary>
    public GuardedWorld Errs()
    {
        Apply(Samples.Put(1));
        return Advance(60);
    }

    public GuardedWorld Advance(double seconds)
    {
        Stage.Advance(seconds);
        return this;
    }
}
