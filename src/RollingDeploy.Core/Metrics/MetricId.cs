using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Metrics;

/// <summary>A dimension of a metric.</summary>
public readonly record struct Dimension(string Name, string Value);

/// <summary>
/// Identifies a metric by its namespace, name and dimensions. The order of the dimensions does not matter. The unit is not part
/// of it.
/// </summary>
[JsonConverter(typeof(MetricIdConverter))]
public sealed class MetricId : IEquatable<MetricId>
{
    /// <summary>Sorts by namespace, then name, then dimensions.</summary>
    public static readonly IComparer<MetricId> Order = Comparer<MetricId>.Create(Compare);

    private readonly int _hash;

    /// <summary>Creates an identifier.</summary>
    public MetricId(string metricNamespace, string name, IEnumerable<Dimension> dimensions)
        : this(metricNamespace, name, Sorted([.. dimensions]))
    {
    }

    private MetricId(string metricNamespace, string name, ImmutableArray<Dimension> sorted)
    {
        (Namespace, Name, Dimensions) = (metricNamespace, name, sorted);
        var hash = new HashCode();
        hash.Add(Namespace);
        hash.Add(Name);
        foreach (var dimension in Dimensions)
        {
            hash.Add(dimension);
        }

        _hash = hash.ToHashCode();
    }

    /// <summary>The namespace, such as <c>AWS/SageMaker</c>.</summary>
    public string Namespace { get; }

    /// <summary>The name, such as <c>ModelLatency</c>.</summary>
    public string Name { get; }

    /// <summary>The dimensions, sorted by name.</summary>
    public ImmutableArray<Dimension> Dimensions { get; }

    /// <summary>Returns the metric with another name, and the same namespace and dimensions.</summary>
    internal MetricId Beside(string name) => new(Namespace, name, Dimensions);

    /// <summary>Returns whether another metric has the same namespace and dimensions.</summary>
    internal bool IsBeside(MetricId other) =>
        Namespace == other.Namespace && Dimensions.AsSpan().SequenceEqual(other.Dimensions.AsSpan());

    /// <inheritdoc/>
    public bool Equals(MetricId? other) =>
        ReferenceEquals(this, other)
        || (other is not null
        && _hash == other._hash
        && Namespace == other.Namespace
        && Name == other.Name
        && Dimensions.AsSpan().SequenceEqual(other.Dimensions.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MetricId);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <inheritdoc/>
    public override string ToString() => $"{Namespace} {Name} {{{string.Join(", ", Dimensions.Select(each => $"{each.Name}={each.Value}"))}}}";

    private static ImmutableArray<Dimension> Sorted(ImmutableArray<Dimension> dimensions) => dimensions.Length > 1
        ? dimensions.Sort((one, other) => Compare(one.Name, other.Name, one.Value, other.Value))
        : dimensions;

    private static int Compare(MetricId one, MetricId other)
    {
        var order = Compare(one.Namespace, other.Namespace, one.Name, other.Name);
        for (var i = 0; order == 0 && i < one.Dimensions.Length && i < other.Dimensions.Length; i++)
        {
            var (mine, its) = (one.Dimensions[i], other.Dimensions[i]);
            order = Compare(mine.Name, its.Name, mine.Value, its.Value);
        }

        return order != 0 ? order : one.Dimensions.Length - other.Dimensions.Length;
    }

    private static int Compare(string one, string other, string oneThen, string otherThen) =>
        string.CompareOrdinal(one, other) is var order and not 0 ? order : string.CompareOrdinal(oneThen, otherThen);
}
