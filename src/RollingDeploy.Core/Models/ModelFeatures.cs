namespace RollingDeploy.Core.Models;

/// <summary>What a model uses that some kinds of endpoints do not support.</summary>
[Flags]
public enum ModelFeatures
{
    /// <summary>Nothing of these.</summary>
    None = 0,

    /// <summary>A container from AWS Marketplace.</summary>
    Marketplace = 1,

    /// <summary>EnableNetworkIsolation.</summary>
    NetworkIsolation = 2,

    /// <summary>A container with a ModelDataSource.</summary>
    ModelDataSource = 4,

    /// <summary>A container with the mode MultiModel.</summary>
    MultiModel = 8,

    /// <summary>More than one container, as an inference pipeline or invoked directly.</summary>
    MultiContainer = 16,

    /// <summary>VpcConfig.</summary>
    Vpc = 32,

    /// <summary>A container whose image is in a private registry (RepositoryAccessMode Vpc).</summary>
    PrivateRegistry = 64,
}
