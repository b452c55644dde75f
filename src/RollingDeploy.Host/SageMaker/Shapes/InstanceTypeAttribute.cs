using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>
/// An instance type for endpoints: any <c>ml.*</c>, or AWS's enumeration as of the model that <see cref="InstanceTypes"/> names.
/// </summary>
internal sealed class InstanceTypeAttribute() : OpenEnumerationAttribute(Patterns.InstanceType, InstanceTypes.Known);
