using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>The configuration of a scaling policy.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TargetTracking), "targetTracking")]
[JsonDerivedType(typeof(StepScaling), "steps")]
public abstract record ScalingConfiguration
{
    /// <summary>The cooldown period after a scale-out.</summary>
    public abstract TimeSpan OutCooldown { get; }

    /// <summary>The cooldown period after a scale-in.</summary>
    public abstract TimeSpan InCooldown { get; }
}

/// <summary>A scaling policy of a scalable target.</summary>
public sealed class ScalingPolicy
{
    private readonly string _uuid;

    internal ScalingPolicy(Region region, ScalableTarget target, string name, string uuid)
    {
        Target = target;
        Name = name;
        _uuid = uuid;
        CreatedAt = region.Now;
        Arn = $"arn:{Kernel.Arn.Partition(region.Name)}:autoscaling:{region.Name}:{region.Account}:scalingPolicy:{uuid}:"
            + $"resource/{ScalableResource.Service}/{target.Resource.Id}:policyName/{name}";
    }

    /// <summary>Restores the policy of a snapshot.</summary>
    internal ScalingPolicy(Region region, ScalableTarget target, SavedPolicy saved)
        : this(region, target, saved.Name, saved.Uuid)
    {
        (CreatedAt, Configuration) = (saved.CreatedAt, saved.Configuration);
        (Document, OwnAlarms) = (saved.Document, saved.OwnAlarms);
    }

    /// <summary>The scalable target.</summary>
    public ScalableTarget Target { get; }

    /// <summary>The name, which is unique in the target.</summary>
    public string Name { get; }

    /// <summary>The ARN, for use in alarm actions.</summary>
    public string Arn { get; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>The owner of its evaluation.</summary>
    public Owner Owner => Target.Owner with { Name = Arn, Type = OwnerType.ScalingPolicy };

    /// <summary>The configuration.</summary>
    public ScalingConfiguration Configuration { get; internal set; } = null!;

    /// <summary>The request that put it, as canonical JSON.</summary>
    public string Document { get; internal set; } = "";

    /// <summary>The alarms that it has created: one above the target value and, unless scale-in is disabled, one below.</summary>
    public ImmutableArray<string> OwnAlarms { get; internal set; } = [];

    /// <summary>Returns the state, for a snapshot.</summary>
    internal SavedPolicy Save() => new(Target.Id, Name, _uuid, CreatedAt, Configuration, Document, OwnAlarms);
}
