namespace RollingDeploy.Core.Fleets;

/// <summary>What becomes of instances or copies.</summary>
public enum InstanceChange
{
    /// <summary>They are ordered.</summary>
    Ordered,

    /// <summary>They have come into service.</summary>
    InService,

    /// <summary>They have not come into service, and are given up.</summary>
    Failed,

    /// <summary>They take no more requests, and go.</summary>
    Draining,

    /// <summary>They are gone.</summary>
    Gone,

    /// <summary>They have crashed.</summary>
    Crashed,
}
