namespace RollingDeploy.Host.Wire.Constraints;

/// <summary>What a constraint applies to: the member itself, each item of a list, or each key or value of a map.</summary>
internal enum Part
{
    Member,
    Item,
    Key,
    Value,
}

/// <summary>
/// A constraint of AWS's model on a member of a record. The validation, the OpenAPI document and the oracle test all read these
/// attributes.
/// </summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
internal abstract class ConstraintAttribute : Attribute
{
    public Part On { get; init; }

    /// <summary>Returns AWS's text for a violation, such as <c>Member must not be null</c>; null if the value is valid.</summary>
    public abstract string? Violation(object? value);

    /// <summary>
    /// Returns AWS's text for a violation; null if the value is valid. Some constraints accept more values than AWS does unless
    /// <paramref name="strict"/> is true.
    /// </summary>
    public virtual string? Violation(object? value, bool strict) => Violation(value);
}
