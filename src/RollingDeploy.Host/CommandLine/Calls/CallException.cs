namespace RollingDeploy.Host.CommandLine.Calls;

/// <summary>A call that the server did not answer, or that it refused.</summary>
/// <param name="message">What is wrong, and what would be right.</param>
/// <param name="status">The HTTP status; null if there is no answer.</param>
/// <param name="problem">The problem details that the server sent, as JSON; null if it sent none.</param>
internal sealed class CallException(string message, int? status = null, string? problem = null) : Exception(message)
{
    public int? Status { get; } = status;

    public string? Problem { get; } = problem;

    /// <summary>Whether the server is away for now, so that another try can succeed.</summary>
    public bool IsAway => Status is null or StatusCodes.Status503ServiceUnavailable;
}
