using System.Collections.Immutable;

namespace RollingDeploy.Core.Metrics.Insights;

/// <summary>A condition of WHERE: a label must have a value (<c>=</c>), or must not have it (<c>!=</c>).</summary>
internal readonly record struct InsightsCondition(string Label, string Value, bool IsNegated)
{
    /// <summary>Returns whether a metric meets the condition. A metric without the label meets only a negated one.</summary>
    public bool Matches(ImmutableArray<Dimension> dimensions) => Value == InsightsLabel.In(dimensions, Label) != IsNegated;
}

/// <summary>A label of a metric is one of its dimensions.</summary>
internal static class InsightsLabel
{
    /// <summary>Returns the value of a label; null if the metric does not have it.</summary>
    public static string? In(ImmutableArray<Dimension> dimensions, string label)
    {
        foreach (var dimension in dimensions)
        {
            if (dimension.Name == label)
            {
                return dimension.Value;
            }
        }

        return null;
    }
}
