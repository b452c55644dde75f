namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>The parameters that all list operations of SageMaker have.</summary>
internal interface IListInput
{
    string? SortBy { get; }

    string? SortOrder { get; }

    string? NextToken { get; }

    int? MaxResults { get; }

    string? NameContains { get; }

    /// <summary>Returns only resources that were created before this time.</summary>
    DateTimeOffset? CreationTimeBefore { get; }

    /// <summary>Returns only resources that were created at or after this time.</summary>
    DateTimeOffset? CreationTimeAfter { get; }
}
