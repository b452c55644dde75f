namespace RollingDeploy.Host.Wire.Constraints;

/// <summary>The member is required. JSON's <c>null</c> counts as missing.</summary>
internal sealed class RequiredAttribute : ConstraintAttribute
{
    public override string? Violation(object? value) => value is null ? "Member must not be null" : null;
}
