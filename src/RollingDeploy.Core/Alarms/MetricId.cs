using System.Collections.Immutable;

namespace RollingDeploy.Core.Alarms;

/// <summary>A name and a value that narrow a metric.</summary>
public readonly record struct Dimension(string Name, string Value);

/// <summary>
/// A metric: its namespace, its name and its exact set of dimensions, whose order does not matter. The unit is not part of it.
/// </summary>
public sealed class MetricId : IEquatable<MetricId>
{
    private readonly int _hash;

    /// <summary>Names a metric.</summary>
    public MetricId(string metricNamespace, string name, IEnumerable<Dimension> dimensions)
    {
        Namespace = metricNamespace;
        Name = name;
        Dimensions = [.. dimensions.OrderBy(each => each.Name, StringComparer.Ordinal).ThenBy(each => each.Value, StringComparer.Ordinal)];
        var hash = new HashCode();
        hash.Add(Namespace);
        hash.Add(Name);
        foreach (var dimension in Dimensions)
        {
            hash.Add(dimension);
        }

        _hash = hash.ToHashCode();
    }

    /// <summary>Such as <c>AWS/SageMaker</c>.</summary>
    public string Namespace { get; }

    /// <summary>Such as <c>ModelLatency</c>.</summary>
    public string Name { get; }

    /// <summary>Sorted by name.</summary>
    public ImmutableArray<Dimension> Dimensions { get; }

    /// <inheritdoc/>
    public bool Equals(MetricId? other) =>
        other is not null
        && _hash == other._hash
        && Namespace == other.Namespace
        && Name == other.Name
        && Dimensions.AsSpan().SequenceEqual(other.Dimensions.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MetricId);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <inheritdoc/>
    public override string ToString() => $"{Namespace} {Name} {{{string.Join(", ", Dimensions.Select(each => $"{each.Name}={each.Value}"))}}}";
}
