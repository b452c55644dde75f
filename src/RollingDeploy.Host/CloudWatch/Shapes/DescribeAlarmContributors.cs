using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>Describes the contributors to an alarm that are in ALARM.</summary>
internal sealed record DescribeAlarmContributorsInput
{
    [Required, Length(1, 255)]
    public string? AlarmName { get; init; }

    public string? NextToken { get; init; }
}

/// <summary>The contributors in ALARM.</summary>
internal sealed record DescribeAlarmContributorsOutput
{
    [Required]
    public List<AlarmContributor>? AlarmContributors { get; init; }

    /// <summary>The token of the next page. It is always absent, because there are at most 100 contributors in ALARM.</summary>
    public string? NextToken { get; init; }
}

/// <summary>A contributor: one of the time series of the query of an alarm.</summary>
internal sealed record AlarmContributor
{
    [Required, Length(1, 16)]
    public string? ContributorId { get; init; }

    /// <summary>The labels of GROUP BY with their values.</summary>
    [Required, Length(0, 150), Length(1, 255, On = Part.Key), Length(1, 1024, On = Part.Value)]
    public Dictionary<string, string>? ContributorAttributes { get; init; }

    [Required, Length(0, 1023)]
    public string? StateReason { get; init; }

    public DateTimeOffset? StateTransitionedTimestamp { get; init; }
}
