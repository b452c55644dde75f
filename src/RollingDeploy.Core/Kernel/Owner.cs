namespace RollingDeploy.Core.Kernel;

/// <summary>The types of owners of work.</summary>
public enum OwnerType
{
    /// <summary>An endpoint.</summary>
    Endpoint,

    /// <summary>An inference component.</summary>
    InferenceComponent,

    /// <summary>A composite alarm.</summary>
    CompositeAlarm,

    /// <summary>A scalable target. Its name is the last part of its ARN.</summary>
    ScalableTarget,

    /// <summary>A metric alarm.</summary>
    MetricAlarm,

    /// <summary>The metrics that an endpoint publishes. Their name is the name of the endpoint.</summary>
    EndpointMeter,

    /// <summary>A scaling policy. Its name is its ARN.</summary>
    ScalingPolicy,

    /// <summary>A scheduled action of a scalable target. Its name is its ARN.</summary>
    ScheduledAction,

    /// <summary>All composite alarms of a region. They have no name.</summary>
    CompositeAlarms,

    /// <summary>The armed behavior of a model. Its name is the name of the model.</summary>
    ModelBehavior,

    /// <summary>A fault. Its name is its ID.</summary>
    Fault,

    /// <summary>The asynchronous requests of an endpoint. Their name is the name of the endpoint.</summary>
    AsyncQueue,

    /// <summary>A listener to the notifications in a region, such as <c>quotas</c>.</summary>
    Listener,
}

/// <summary>The owner of work, such as an endpoint or an alarm: its region, name and type.</summary>
public readonly record struct Owner(string Region, string Name, OwnerType Type = OwnerType.Endpoint);
