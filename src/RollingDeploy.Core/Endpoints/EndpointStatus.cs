namespace RollingDeploy.Core.Endpoints;

/// <summary>AWS's EndpointStatus (sagemaker-endpoints.md §2.1).</summary>
public enum EndpointStatus
{
    /// <summary>Not reachable; nothing leads here.</summary>
    OutOfService,

    /// <summary>CreateEndpoint runs.</summary>
    Creating,

    /// <summary>UpdateEndpoint runs.</summary>
    Updating,

    /// <summary>AWS's own maintenance; nothing leads here.</summary>
    SystemUpdating,

    /// <summary>On its way back, where the setting says so.</summary>
    RollingBack,

    /// <summary>It serves.</summary>
    InService,

    /// <summary>DeleteEndpoint runs.</summary>
    Deleting,

    /// <summary>It could not be created: only DeleteEndpoint helps.</summary>
    Failed,

    /// <summary>An update and its rollback failed: both fleets serve, and the next UpdateEndpoint repairs it.</summary>
    UpdateRollbackFailed,
}
