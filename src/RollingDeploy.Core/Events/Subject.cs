namespace RollingDeploy.Core.Events;

/// <summary>What kind of thing an event is about.</summary>
public enum SubjectType
{
    /// <summary>The account as a whole; it has no name.</summary>
    Account,

    /// <summary>A model.</summary>
    Model,

    /// <summary>An endpoint configuration.</summary>
    EndpointConfig,

    /// <summary>An endpoint.</summary>
    Endpoint,

    /// <summary>An inference component.</summary>
    InferenceComponent,

    /// <summary>A metric alarm or a composite alarm.</summary>
    Alarm,

    /// <summary>A scalable target, named by its ResourceId.</summary>
    ScalableTarget,

    /// <summary>A scaling policy, named by its ARN.</summary>
    ScalingPolicy,

    /// <summary>A fault, named by its id.</summary>
    Fault,

    /// <summary>A quota, named by its instance type or by its own name.</summary>
    Quota,

    /// <summary>Anything that has tags, named by its ARN.</summary>
    TaggedResource,
}

/// <summary>What an event is about.</summary>
/// <param name="Type">What kind of thing.</param>
/// <param name="Name">Which of them.</param>
public readonly record struct Subject(SubjectType Type, string Name);
