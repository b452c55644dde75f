namespace RollingDeploy.Core.Plans;

/// <summary>How a size is meant.</summary>
public enum CapacitySizeType
{
    /// <summary>So many instances.</summary>
    InstanceCount,

    /// <summary>A share of the variant's instances.</summary>
    CapacityPercent,
}

/// <summary>AWS's CapacitySize: a batch, a canary or a step.</summary>
public sealed record CapacitySize(CapacitySizeType Type, int Value)
{
    /// <summary>
    /// The size in instances of a variant that has <paramref name="total"/>: percentages are rounded down, but one instance
    /// always moves (DESIGN §7). 33 % of 10 is 3, so the steps are 3, 3, 3, 1; 20 % of 2 is 1.
    /// </summary>
    public int Of(int total) => Type == CapacitySizeType.InstanceCount
        ? Math.Min(Value, total)
        : (int)Math.Clamp((long)total * Value / 100, Math.Min(1, total), total);

    /// <summary>
    /// Whether it lies within <paramref name="percent"/>. A count is held against the same percentages of
    /// <paramref name="total"/>, rounded down but never below 1, so that a fleet of one can be deployed to.
    /// </summary>
    public bool IsWithin(PercentRange percent, int total) => Type == CapacitySizeType.CapacityPercent
        ? Value >= percent.Least && Value <= percent.Most
        : percent.In(total) is var (least, most) && Value >= least && Value <= most;
}

/// <summary>A range of percentages, both ends inclusive.</summary>
public readonly record struct PercentRange(int Least, int Most)
{
    /// <summary>
    /// The same range in instances of <paramref name="total"/>, rounded down but never below 1: 5–50 % of 6 is 1 to 3.
    /// </summary>
    public (int Least, int Most) In(int total) => (Of(total, Least), Of(total, Most));

    private static int Of(int total, int percent) => (int)Math.Max(1, (long)total * percent / 100);
}
