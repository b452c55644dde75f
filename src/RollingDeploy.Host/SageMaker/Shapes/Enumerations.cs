using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>The values of EndpointStatus.</summary>
internal sealed class EndpointStatusAttribute() : OneOfAttribute(
    "OutOfService", "Creating", "Updating", "SystemUpdating", "RollingBack", "InService", "Deleting", "Failed",
    "UpdateRollbackFailed");

/// <summary>The sizes of Elastic Inference, which AWS has retired but still accepts.</summary>
internal sealed class AcceleratorTypeAttribute() : OneOfAttribute(
    "ml.eia1.medium", "ml.eia1.large", "ml.eia1.xlarge", "ml.eia2.medium", "ml.eia2.large", "ml.eia2.xlarge");
