using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>Gets the datapoints of metrics and expressions.</summary>
internal sealed record GetMetricDataInput
{
    [Required]
    public List<MetricDataQuery>? MetricDataQueries { get; init; }

    /// <summary>The start of the time range. It is inclusive.</summary>
    [Required]
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>The end of the time range. It is exclusive.</summary>
    [Required]
    public DateTimeOffset? EndTime { get; init; }

    public string? NextToken { get; init; }

    [OneOf("TimestampDescending", "TimestampAscending")]
    public string? ScanBy { get; init; }

    public int? MaxDatapoints { get; init; }
    public LabelOptions? LabelOptions { get; init; }
}

/// <summary>The format of times in labels.</summary>
internal sealed record LabelOptions
{
    /// <summary>The offset from UTC, such as +0130.</summary>
    public string? Timezone { get; init; }
}

/// <summary>The results: one for each query that returns data.</summary>
internal sealed record GetMetricDataOutput
{
    public List<MetricDataResult>? MetricDataResults { get; init; }

    /// <summary>The token of the next page. It is absent on the last page.</summary>
    public string? NextToken { get; init; }

    public List<MessageData>? Messages { get; init; }
}

/// <summary>A result: its timestamps and its values, in two lists of the same length.</summary>
internal sealed record MetricDataResult
{
    [Length(1, 255)]
    public string? Id { get; init; }

    public string? Label { get; init; }
    public List<DateTimeOffset>? Timestamps { get; init; }
    public List<double>? Values { get; init; }

    /// <summary>The status. It is PartialData if the result continues on the next page.</summary>
    [OneOf("Complete", "InternalError", "PartialData", "Forbidden")]
    public string? StatusCode { get; init; }

    public List<MessageData>? Messages { get; init; }
}

/// <summary>A message about a result or about the whole call.</summary>
internal sealed record MessageData
{
    public string? Code { get; init; }
    public string? Value { get; init; }
}
