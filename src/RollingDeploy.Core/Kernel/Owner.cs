namespace RollingDeploy.Core.Kernel;

/// <summary>What kind of thing works or is woken.</summary>
public enum OwnerType
{
    /// <summary>An endpoint.</summary>
    Endpoint,

    /// <summary>An inference component.</summary>
    InferenceComponent,

    /// <summary>The alarms of one evaluation interval, named by its seconds.</summary>
    AlarmInterval,

    /// <summary>A composite alarm.</summary>
    CompositeAlarm,

    /// <summary>A scalable target, named by what its ARN ends in.</summary>
    ScalableTarget,

    /// <summary>A metric alarm.</summary>
    MetricAlarm,

    /// <summary>The metrics that an endpoint publishes, named by the endpoint.</summary>
    EndpointMeter,

    /// <summary>A scaling policy, named by its ARN.</summary>
    ScalingPolicy,

    /// <summary>The composite alarms of a region together; they have no name.</summary>
    CompositeAlarms,

    /// <summary>What was said of a model's behaviour, named by the model.</summary>
    ModelBehavior,

    /// <summary>A fault, named by its id.</summary>
    Fault,

    /// <summary>Somebody who is told of what happens in a region, named by what it does.</summary>
    Listener,
}

/// <summary>Who works or is woken: the region and, within it, what of that type has that name.</summary>
public readonly record struct Owner(string Region, string Name, OwnerType Type = OwnerType.Endpoint);
