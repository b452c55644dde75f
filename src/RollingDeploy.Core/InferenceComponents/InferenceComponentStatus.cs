namespace RollingDeploy.Core.InferenceComponents;

/// <summary>AWS's InferenceComponentStatus (sagemaker-endpoints.md §8).</summary>
public enum InferenceComponentStatus
{
    /// <summary>CreateInferenceComponent runs.</summary>
    Creating,

    /// <summary>Its copies serve.</summary>
    InService,

    /// <summary>An update or its rollback runs, or the number of copies changes.</summary>
    Updating,

    /// <summary>DeleteInferenceComponent runs.</summary>
    Deleting,

    /// <summary>It could not be created: only DeleteInferenceComponent helps.</summary>
    Failed,
}
