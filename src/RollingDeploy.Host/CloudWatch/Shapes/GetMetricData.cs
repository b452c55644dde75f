using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>Asks for series of metrics and expressions.</summary>
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

/// <summary>How times in labels are written.</summary>
internal sealed record LabelOptions
{
    /// <summary>An offset such as +0130.</summary>
    public string? Timezone { get; init; }
}

/// <summary>A series for each query that returns data.</summary>
internal sealed record GetMetricDataOutput
{
    public List<MetricDataResult>? MetricDataResults { get; init; }

    /// <summary>The token of the next page. It is absent on the last page.</summary>
    public string? NextToken { get; init; }

    public List<MessageData>? Messages { get; init; }
}

/// <summary>One series, as two lists of the same length.</summary>
internal sealed record MetricDataResult
{
    [Length(1, 255)]
    public string? Id { get; init; }

    public string? Label { get; init; }
    public List<DateTimeOffset>? Timestamps { get; init; }
    public List<double>? Values { get; init; }

    /// <summary>PartialData when the series goes on on the next page.</summary>
    [OneOf("Complete", "InternalError", "PartialData", "Forbidden")]
    public string? StatusCode { get; init; }

    public List<MessageData>? Messages { get; init; }
}

/// <summary>A remark on a series or on the whole call.</summary>
internal sealed record MessageData
{
    public string? Code { get; init; }
    public string? Value { get; init; }
}
