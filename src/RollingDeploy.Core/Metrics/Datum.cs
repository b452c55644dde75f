namespace RollingDeploy.Core.Metrics;

/// <summary>A datum of PutMetricData, with its samples aggregated.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Unit">The unit; <c>None</c> if none was given.</param>
/// <param name="Timestamp">The time of the measurement; null for the time of arrival.</param>
/// <param name="Resolution">The resolution in seconds: 1, 10 or 60.</param>
/// <param name="Samples">The samples.</param>
public readonly record struct Datum(MetricId Metric, string Unit, DateTimeOffset? Timestamp, int Resolution, SampleSet Samples);
