namespace RollingDeploy.Core.Kernel;

/// <summary>
/// An error of AWS, with AWS's text. <paramref name="shape"/> is the name of the error in AWS's model or framework
/// (<c>ValidationException</c>, <c>ResourceLimitExceeded</c>). Each protocol derives its error code and HTTP status from it.
/// </summary>
public sealed class AwsError(string shape, string message) : Exception(message)
{
    /// <summary>The name of the error shape, without a namespace.</summary>
    public string Shape { get; } = shape;

    /// <summary>The parameter that is not valid; null if it is not known.</summary>
    public string? Parameter { get; init; }

    /// <summary>
    /// An explanation that AWS's text does not contain: the given value, and the valid ones. It is for the log and the journal,
    /// and is not part of the response.
    /// </summary>
    public string? Hint { get; init; }

    /// <summary>The members of the error shape besides the message, as strings and integers in the order of the shape.</summary>
    public IReadOnlyList<(string Name, object Value)> Members { get; init; } = [];
}
