namespace RollingDeploy.Host.Wire.Constraints;

/// <summary>What a constraint speaks of: the member itself, or each item of a list, each key or each value of a map.</summary>
internal enum Part
{
    Member,
    Item,
    Key,
    Value,
}

/// <summary>
/// One constraint of AWS's model on a member of a record. Validation, the OpenAPI document and the oracle test walk these,
/// so what AWS demands of a member is written down once.
/// </summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
internal abstract class ConstraintAttribute : Attribute
{
    public Part On { get; init; }

    /// <summary>AWS's clause, such as <c>Member must not be null</c>, or null when <paramref name="value"/> satisfies it.</summary>
    public abstract string? Violation(object? value);

    /// <summary>
    /// The same where <paramref name="strict"/> says that nothing may be laxer than AWS. Only a constraint that is laxer on
    /// purpose has two answers.
    /// </summary>
    public virtual string? Violation(object? value, bool strict) => Violation(value);
}
