using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>
/// An instance type for endpoints: any <c>ml.*</c>. The strict validation accepts only <see cref="InstanceTypes.Known"/>.
/// </summary>
internal sealed class InstanceTypeAttribute() : OpenEnumerationAttribute(Patterns.InstanceType, InstanceTypes.Known);
