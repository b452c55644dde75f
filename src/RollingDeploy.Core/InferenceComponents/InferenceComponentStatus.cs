namespace RollingDeploy.Core.InferenceComponents;

/// <summary>AWS's InferenceComponentStatus (sagemaker-endpoints.md §8).</summary>
public enum InferenceComponentStatus
{
    /// <summary>CreateInferenceComponent is running.</summary>
    Creating,

    /// <summary>The copies are in service.</summary>
    InService,

    /// <summary>An update or its rollback is running, or the number of copies is changing.</summary>
    Updating,

    /// <summary>DeleteInferenceComponent is running.</summary>
    Deleting,

    /// <summary>The creation failed. The component can only be deleted.</summary>
    Failed,
}
