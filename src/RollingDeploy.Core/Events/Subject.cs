namespace RollingDeploy.Core.Events;

/// <summary>The types of subjects of events.</summary>
public enum SubjectType
{
    /// <summary>The account as a whole. It has no name.</summary>
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

    /// <summary>A scalable target. Its name is its ResourceId.</summary>
    ScalableTarget,

    /// <summary>A scaling policy. Its name is its ARN.</summary>
    ScalingPolicy,

    /// <summary>A fault. Its name is its ID.</summary>
    Fault,

    /// <summary>A quota. Its name is its instance type or its own name.</summary>
    Quota,

    /// <summary>A resource with tags. Its name is its ARN.</summary>
    TaggedResource,
}

/// <summary>The subject of an event.</summary>
/// <param name="Type">The type of the subject.</param>
/// <param name="Name">The name of the subject.</param>
public readonly record struct Subject(SubjectType Type, string Name);
