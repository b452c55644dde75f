namespace RollingDeploy.Host.SageMaker.Shapes;

/// <summary>What every listing of SageMaker takes, whatever it lists.</summary>
internal interface IListInput
{
    string? SortBy { get; }

    string? SortOrder { get; }

    string? NextToken { get; }

    int? MaxResults { get; }

    string? NameContains { get; }

    /// <summary>Exclusive.</summary>
    DateTimeOffset? CreationTimeBefore { get; }

    /// <summary>Inclusive.</summary>
    DateTimeOffset? CreationTimeAfter { get; }
}
