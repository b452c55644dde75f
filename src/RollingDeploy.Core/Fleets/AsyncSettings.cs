namespace RollingDeploy.Core.Fleets;

/// <summary>What AsyncInferenceConfig sets for the requests of an asynchronous endpoint.</summary>
public sealed record AsyncSettings
{
    /// <summary>
    /// The number of requests that an instance processes at the same time, if the configuration has none. AWS then chooses a
    /// number itself, and does not say which. The samples of AWS use 4.
    /// </summary>
    public const int DefaultConcurrency = 4;

    /// <summary>MaxConcurrentInvocationsPerInstance; null for <see cref="DefaultConcurrency"/>.</summary>
    public int? MaxConcurrentInvocationsPerInstance { get; init; }

    /// <summary>The path in S3 to which AWS writes responses; null for none.</summary>
    public string? OutputPath { get; init; }

    /// <summary>The path in S3 to which AWS writes failures; null for none.</summary>
    public string? FailurePath { get; init; }

    /// <summary>The topic that is notified of a success; null for none.</summary>
    public string? SuccessTopic { get; init; }

    /// <summary>The topic that is notified of a failure; null for none.</summary>
    public string? ErrorTopic { get; init; }

    /// <summary>Whether notifications of successes include the response.</summary>
    public bool IncludesSuccess { get; init; }

    /// <summary>Whether notifications of failures include the response.</summary>
    public bool IncludesError { get; init; }

    /// <summary>The number of requests that an instance processes at the same time.</summary>
    internal int Concurrency => MaxConcurrentInvocationsPerInstance ?? DefaultConcurrency;
}
