namespace RollingDeploy.Core.Endpoints;

/// <summary>AWS's EndpointStatus (sagemaker-endpoints.md §2.1).</summary>
public enum EndpointStatus
{
    /// <summary>The endpoint was deleted. Only the event of the deletion has this status.</summary>
    OutOfService,

    /// <summary>CreateEndpoint is running.</summary>
    Creating,

    /// <summary>UpdateEndpoint or UpdateEndpointWeightsAndCapacities is running.</summary>
    Updating,

    /// <summary>AWS's own maintenance, which RollingDeploy does not simulate.</summary>
    SystemUpdating,

    /// <summary>
    /// A scaling operation is rolling back. By a setting, it can also be the status while an update is rolling back.
    /// </summary>
    RollingBack,

    /// <summary>The endpoint is in service.</summary>
    InService,

    /// <summary>DeleteEndpoint is running.</summary>
    Deleting,

    /// <summary>The creation failed. The endpoint can only be deleted.</summary>
    Failed,

    /// <summary>An update and its rollback failed, so both fleets serve. The next UpdateEndpoint replaces both.</summary>
    UpdateRollbackFailed,
}
