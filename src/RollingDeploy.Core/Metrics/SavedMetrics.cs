using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Metrics;

/// <summary>Metrics with the same namespace and dimensions, in a snapshot.</summary>
internal sealed record SavedMetrics(string Namespace, ImmutableArray<Dimension> Dimensions, ImmutableArray<SavedMetric> Metrics);

/// <summary>A metric, in a snapshot.</summary>
/// <param name="Name">The name.</param>
/// <param name="Series">The series, sorted by unit.</param>
/// <param name="NewestOfOthers">The time of the newest data of others than its publisher; null if there is none.</param>
internal sealed record SavedMetric(string Name, ImmutableArray<SavedSeries> Series, DateTimeOffset? NewestOfOthers = null);

/// <summary>The data of a metric with one unit, in a snapshot.</summary>
internal sealed record SavedSeries(string Unit, ImmutableArray<SavedBuckets> Buckets);

/// <summary>The buckets of one resolution, in a snapshot.</summary>
/// <param name="Resolution">The resolution in seconds.</param>
/// <param name="Runs">The runs.</param>
internal sealed record SavedBuckets(int Resolution, SavedRuns Runs);

/// <summary>The runs of one resolution, in a snapshot.</summary>
/// <param name="Resolution">The resolution in seconds; 0 after reading, until it is known.</param>
/// <param name="All">The runs. After reading, their times are numbers of buckets.</param>
[JsonConverter(typeof(SavedRunsConverter))]
internal readonly record struct SavedRuns(int Resolution, IReadOnlyList<Run> All);
