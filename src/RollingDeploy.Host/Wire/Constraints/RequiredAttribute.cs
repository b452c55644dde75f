namespace RollingDeploy.Host.Wire.Constraints;

/// <summary>The member must be given; JSON's <c>null</c> counts as not given.</summary>
internal sealed class RequiredAttribute : ConstraintAttribute
{
    public override string? Violation(object? value) => value is null ? "Member must not be null" : null;
}
