namespace RollingDeploy.Core.Plans;

/// <summary>The types of a capacity size.</summary>
public enum CapacitySizeType
{
    /// <summary>A number of instances.</summary>
    InstanceCount,

    /// <summary>A percentage of the variant's instances.</summary>
    CapacityPercent,
}

/// <summary>AWS's CapacitySize, for a batch, a canary or a step.</summary>
public sealed record CapacitySize(CapacitySizeType Type, int Value)
{
    /// <summary>
    /// Returns the size in instances, for a variant with <paramref name="total"/> instances. Percentages are rounded down, but to
    /// at least one instance (DESIGN §7). For example, 33 % of 10 is 3, so the steps are 3, 3, 3, 1; and 20 % of 2 is 1.
    /// </summary>
    public int Of(int total) => Type == CapacitySizeType.InstanceCount
        ? Math.Min(Value, total)
        : (int)Math.Clamp((long)total * Value / 100, Math.Min(1, total), total);

    /// <summary>
    /// Returns whether the size is in the range <paramref name="percent"/>. For a number of instances, the range is converted to
    /// instances of <paramref name="total"/>, rounded down to at least 1, so that an endpoint with one instance can be updated.
    /// </summary>
    public bool IsWithin(PercentRange percent, int total) => Type == CapacitySizeType.CapacityPercent
        ? Value >= percent.Least && Value <= percent.Most
        : percent.In(total) is var (least, most) && Value >= least && Value <= most;
}

/// <summary>A range of percentages. Both ends are inclusive.</summary>
public readonly record struct PercentRange(int Least, int Most)
{
    /// <summary>
    /// Converts the range to instances of <paramref name="total"/>, rounded down to at least 1. For example, 5–50 % of 6 is 1 to
    /// 3.
    /// </summary>
    public (int Least, int Most) In(int total) => (Of(total, Least), Of(total, Most));

    private static int Of(int total, int percent) => (int)Math.Max(1, (long)total * percent / 100);
}
