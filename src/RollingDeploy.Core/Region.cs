using System.Collections.Immutable;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Arming;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Behaviors;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Health;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Resources;
using RollingDeploy.Core.Tags;

namespace RollingDeploy.Core;

/// <summary>One region of an account: nothing in it is seen from another.</summary>
public sealed class Region
{
    internal Region(World world, string name)
    {
        World = world;
        Name = name;
        Models = new(this, "model");
        EndpointConfigs = new(this, "endpoint-config", "endpoint configuration");
        Endpoints = new(this, "endpoint");
        InferenceComponents = new(this, "inference-component", "inference component");
        Tables = [Models, EndpointConfigs, Endpoints, InferenceComponents];
        Quotas = new(this);
        Behaviors = new(world.Settings.Behaviors);
        Limits = new(this);
        Scaling = new(this);
    }

    /// <summary>The account it belongs to.</summary>
    public World World { get; }

    /// <summary>Its name, such as <c>us-east-1</c>.</summary>
    public string Name { get; }

    /// <summary>The models.</summary>
    public ResourceTable<Model> Models { get; }

    /// <summary>The endpoint configurations.</summary>
    public ResourceTable<EndpointConfig> EndpointConfigs { get; }

    /// <summary>The endpoints, also those that are being deleted.</summary>
    public ResourceTable<Endpoint> Endpoints { get; }

    /// <summary>The inference components, also those that are being deleted.</summary>
    public ResourceTable<InferenceComponent> InferenceComponents { get; }

    /// <summary>What the account may have of each instance type.</summary>
    public QuotaTable Quotas { get; }

    /// <summary>What the account may have of other things than instances.</summary>
    public ServiceLimitTable Limits { get; }

    /// <summary>What Application Auto Scaling scales, and how.</summary>
    public ScalingTable Scaling { get; }

    /// <summary>The faults that were asked for.</summary>
    public FaultTable Faults { get; } = new();

    /// <summary>What waits for a moment of a deployment.</summary>
    public ArmedTable Armed { get; } = new();

    /// <summary>The tags of its resources.</summary>
    public TagTable Tags { get; } = new();

    /// <summary>Everything that is deployed.</summary>
    internal IEnumerable<Deployable> Deployables => [.. Endpoints.All, .. InferenceComponents.All];

    /// <summary>Everything that has an ARN and can have tags.</summary>
    internal ImmutableArray<IResourceTable> Tables { get; }

    internal Deployable? Find(Owner owner) => owner.Type switch
    {
        OwnerType.Endpoint => Endpoints.TryGet(owner.Name, out var endpoint) ? endpoint : null,
        OwnerType.InferenceComponent => InferenceComponents.TryGet(owner.Name, out var component) ? component : null,
        _ => null,
    };

    /// <summary>The alarms.</summary>
    public AlarmTable Alarms { get; } = new();

    /// <summary>What happened to them.</summary>
    public AlarmHistory AlarmHistory { get; } = new();

    /// <summary>How the real servers that answer for models are.</summary>
    public HealthTable Health { get; } = new();

    /// <summary>How models behave.</summary>
    public BehaviorTable Behaviors { get; }

    /// <summary>The metrics.</summary>
    public MetricStore Metrics { get; } = new();

    /// <summary>The evaluation intervals, in seconds, that have an entry in the schedule.</summary>
    internal HashSet<int> AlarmIntervals { get; } = [];
}
