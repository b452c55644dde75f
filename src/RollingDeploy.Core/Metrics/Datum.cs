namespace RollingDeploy.Core.Metrics;

/// <summary>One datum of PutMetricData, already summed up.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Unit">Its unit; <c>None</c> where none was given.</param>
/// <param name="Timestamp">When it was measured; null for the moment of its arrival.</param>
/// <param name="Resolution">1, 10 or 60 seconds.</param>
/// <param name="Samples">Its samples.</param>
public readonly record struct Datum(MetricId Metric, string Unit, DateTimeOffset? Timestamp, int Resolution, SampleSet Samples);
