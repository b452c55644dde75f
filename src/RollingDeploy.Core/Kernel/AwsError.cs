namespace RollingDeploy.Core.Kernel;

/// <summary>
/// A refusal in AWS's own words. <paramref name="shape"/> is the name of the error as AWS's model or its framework
/// spells it (<c>ValidationException</c>, <c>ResourceLimitExceeded</c>); each protocol derives its code and HTTP status from it.
/// </summary>
public sealed class AwsError(string shape, string message) : Exception(message)
{
    /// <summary>The name of the error shape, without a namespace.</summary>
    public string Shape { get; } = shape;

    /// <summary>The one parameter that is at fault, where that is known.</summary>
    public string? Parameter { get; init; }

    /// <summary>
    /// What AWS's text leaves out: what was given, and what would be right. It is for the log and the journal; the answer is
    /// AWS's.
    /// </summary>
    public string? Hint { get; init; }

    /// <summary>What the error's shape tells besides its message, as strings and integers in the shape's order.</summary>
    public IReadOnlyList<(string Name, object Value)> Members { get; init; } = [];
}
