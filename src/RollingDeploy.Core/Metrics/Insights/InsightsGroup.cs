using System.Collections.Immutable;

namespace RollingDeploy.Core.Metrics.Insights;

/// <summary>The metrics of a group, and the values of the labels that they have in common. A missing label is null.</summary>
internal sealed class InsightsGroup(string?[] values)
{
    // AWS's name for the value of a missing label (user guide, troubleshooting Metrics Insights).
    private const string Missing = "Other";

    public List<Metric> Metrics { get; } = [];

    /// <summary>Returns the labels with their values.</summary>
    public ImmutableArray<Dimension> Labels(ImmutableArray<string> names)
    {
        var labels = new Dimension[values.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = new(names[i], values[i] ?? Missing);
        }

        return [.. labels];
    }

    /// <summary>Compares the values in alphabetical order, in the sequence of GROUP BY. Missing labels come last.</summary>
    public int CompareTo(InsightsGroup other) => Compare(values, other.Values);

    private string?[] Values => values;

    private static int Compare(string?[] one, string?[] other)
    {
        var order = 0;
        for (var i = 0; order == 0 && i < one.Length; i++)
        {
            order = (one[i], other[i]) switch
            {
                (null, null) => 0,
                (null, _) => 1,
                (_, null) => -1,
                var (mine, its) => string.CompareOrdinal(mine, its),
            };
        }

        return order;
    }

    /// <summary>Compares the values of groups, to find a group by an array that is used for many metrics.</summary>
    public sealed class ValueComparer : IEqualityComparer<string?[]>
    {
        public bool Equals(string?[]? x, string?[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(string?[] obj)
        {
            var hash = new HashCode();
            foreach (var value in obj)
            {
                hash.Add(value);
            }

            return hash.ToHashCode();
        }
    }
}
