using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Metrics;

/// <summary>Metrics with the same namespace and dimensions, in a snapshot.</summary>
[JsonConverter(typeof(SavedMetricsConverter))]
internal sealed record SavedMetrics(string Namespace, ImmutableArray<Dimension> Dimensions, IReadOnlyList<SavedMetric> Metrics);

/// <summary>A metric, in a snapshot.</summary>
/// <param name="Name">The name.</param>
/// <param name="NewestOfOthers">The time of the newest data of others than its publisher; null if there is none.</param>
/// <param name="Buckets">The data, sorted by unit.</param>
internal readonly record struct SavedMetric(string Name, DateTimeOffset? NewestOfOthers, IReadOnlyList<SavedBuckets> Buckets);

/// <summary>The buckets of one unit and one resolution, in a snapshot.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Runs">The runs.</param>
internal readonly record struct SavedBuckets(string Unit, SavedRuns Runs);

/// <summary>The runs of one resolution, in a snapshot.</summary>
/// <param name="Resolution">The resolution in seconds; 0 after reading, until it is known.</param>
/// <param name="All">The runs. After reading, their times are numbers of buckets.</param>
[JsonConverter(typeof(SavedRunsConverter))]
internal readonly record struct SavedRuns(int Resolution, IReadOnlyList<Run> All);
