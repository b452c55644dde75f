namespace RollingDeploy.Core.Metrics.MetricMath;

/// <summary>
/// What is wrong with an expression. AWS's form is <c>Error in expression 'e1': Function 'X' not found</c>; the part before the
/// colon is there once the expression's id is known.
/// </summary>
public sealed class MathException : Exception
{
    /// <summary>Says what is wrong.</summary>
    public MathException(string reason, int position, string? expressionId = null)
        : base(expressionId is null ? reason : $"Error in expression '{expressionId}': {reason}") =>
        (Reason, Position, ExpressionId) = (reason, position, expressionId);

    /// <summary>The sentence without the expression's id.</summary>
    public string Reason { get; }

    /// <summary>Where in the expression, in characters from 0.</summary>
    public int Position { get; }

    /// <summary>The id of the query that holds the expression, where it is known.</summary>
    public string? ExpressionId { get; }

    internal static MathException Syntax(int position, string what) =>
        new($"Invalid syntax at position {position}: {what}", position);

    internal MathException In(string expressionId) => ExpressionId is null ? new(Reason, Position, expressionId) : this;
}
