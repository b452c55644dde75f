using RollingDeploy.Core.Metrics.MetricMath.Syntax;

namespace RollingDeploy.Core.Metrics.MetricMath;

/// <summary>
/// A metric math expression, such as <c>100 * errors / MAX([requests, 1])</c>. It is parsed once and can be evaluated repeatedly
/// (user guide, using math expressions with CloudWatch metrics).
/// </summary>
public sealed class MathExpression
{
    /// <summary>
    /// The maximum length of an expression in AWS's model, in characters. It also limits the depth of the tree.
    /// </summary>
    public const int MaxLength = 2048;

    private readonly MathNode _root;

    private MathExpression(MathNode root)
    {
        _root = root;
        Ids = [.. root.DescendantsAndSelf().OfType<IdNode>()];
        References = [.. Ids.Select(node => node.Id).Distinct()];
    }

    /// <summary>The IDs of the metrics and expressions in it, without duplicates, in the order of the text.</summary>
    public IReadOnlyList<string> References { get; }

    internal IReadOnlyList<IdNode> Ids { get; }

    /// <summary>Parses an expression.</summary>
    /// <exception cref="MathException">The expression is not valid.</exception>
    public static MathExpression Parse(string text) =>
        text.Length <= MaxLength
            ? new(MathParser.Parse(text))
            : throw new MathException($"An expression must not be longer than {MaxLength} characters", MaxLength);

    /// <summary>Returns whether it calls a function. For example, an alarm must not call <c>SEARCH</c>.</summary>
    public bool Calls(string function) => Calls(called => called.Name == function);

    internal bool Calls(Func<Functions.MathFunction, bool> function) =>
        _root.DescendantsAndSelf().OfType<CallNode>().Any(call => function(call.Function));

    /// <summary>Evaluates the expression. <paramref name="context"/> must have everything that it refers to.</summary>
    public MathValue Evaluate(MathContext context) => _root.Evaluate(context);

    /// <summary>Returns the expression with all operations in parentheses.</summary>
    public override string ToString() => _root.ToString();
}
