namespace RollingDeploy.Core.Metrics.MetricMath;

/// <summary>
/// The exception for an expression that is not valid. AWS's format is <c>Error in expression 'e1': Function 'X' not found</c>.
/// The part before the colon is added when the ID of the expression is known.
/// </summary>
public sealed class MathException : Exception
{
    /// <summary>Creates an exception.</summary>
    public MathException(string reason, int position, string? expressionId = null)
        : base(expressionId is null ? reason : $"Error in expression '{expressionId}': {reason}") =>
        (Reason, Position, ExpressionId) = (reason, position, expressionId);

    /// <summary>The message without the ID of the expression.</summary>
    public string Reason { get; }

    /// <summary>The position in the expression, in characters from 0.</summary>
    public int Position { get; }

    /// <summary>The ID of the query with the expression; null if it is not known.</summary>
    public string? ExpressionId { get; }

    internal static MathException Syntax(int position, string what) =>
        new($"Invalid syntax at position {position}: {what}", position);

    internal MathException In(string expressionId) => ExpressionId is null ? new(Reason, Position, expressionId) : this;
}
