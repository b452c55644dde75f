namespace RollingDeploy.Core.Plans;

/// <summary>Compares plans by their contents.</summary>
internal sealed class PlanEquality : IEqualityComparer<Plan>
{
    public bool Equals(Plan? one, Plan? other) =>
        ReferenceEquals(one, other)
        || (one is not null
            && other is not null
            && one.Start.AsSpan().SequenceEqual(other.Start.AsSpan())
            && one.Steps.Length == other.Steps.Length
            && one.Steps.Zip(other.Steps).All(pair => AreEqual(pair.First, pair.Second)));

    public int GetHashCode(Plan plan)
    {
        HashCode hash = default;
        foreach (var target in plan.Start.Concat(plan.Steps.SelectMany(step => step.Targets)))
        {
            hash.Add(target);
        }

        return hash.ToHashCode();
    }

    private static bool AreEqual(Step one, Step other) =>
        one.Kind == other.Kind && one.Duration == other.Duration && one.Targets.AsSpan().SequenceEqual(other.Targets.AsSpan());
}
