using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace RollingDeploy.Core.AutoScaling;

/// <summary>How a policy scales.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TargetTracking), "targetTracking")]
[JsonDerivedType(typeof(StepScaling), "steps")]
public abstract record ScalingConfiguration
{
    /// <summary>How long a scale-out is given to take effect.</summary>
    public abstract TimeSpan OutCooldown { get; }

    /// <summary>How long after a scale-in no other begins.</summary>
    public abstract TimeSpan InCooldown { get; }
}

/// <summary>A policy of a scalable target.</summary>
public sealed class ScalingPolicy
{
    internal ScalingPolicy(Region region, ScalableTarget target, string name, string uuid)
    {
        Target = target;
        Name = name;
        CreatedAt = region.Now;
        Arn = $"arn:{Kernel.Arn.Partition(region.Name)}:autoscaling:{region.Name}:{region.Account}:scalingPolicy:{uuid}:"
            + $"resource/{ScalableResource.Service}/{target.Resource.Id}:policyName/{name}";
    }

    /// <summary>What it scales.</summary>
    public ScalableTarget Target { get; }

    /// <summary>Its name, unique within the target.</summary>
    public string Name { get; }

    /// <summary>Its ARN, which alarms name as their action.</summary>
    public string Arn { get; }

    /// <summary>When it was first put.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>Whose work it is to say what it asks for.</summary>
    public Owner Owner => Target.Owner with { Name = Arn, Type = OwnerType.ScalingPolicy };

    /// <summary>How it scales.</summary>
    public ScalingConfiguration Configuration { get; internal set; } = null!;

    /// <summary>The request that put it, as canonical JSON.</summary>
    public string Document { get; internal set; } = "";

    /// <summary>The alarms that it has made for itself: above the target and, unless it never scales in, below.</summary>
    public ImmutableArray<string> OwnAlarms { get; internal set; } = [];
}
