using RollingDeploy.Core.Metrics.MetricMath.Syntax;

namespace RollingDeploy.Core.Metrics.MetricMath;

/// <summary>
/// A metric math expression, such as <c>100 * errors / MAX([requests, 1])</c>: parsed once, evaluated as often as needed.
/// AWS's page: Using math expressions with CloudWatch metrics.
/// </summary>
public sealed class MathExpression
{
    /// <summary>The longest expression that AWS's model allows; it also bounds the depth of a tree.</summary>
    public const int MaxLength = 2048;

    private readonly MathNode _root;

    private MathExpression(MathNode root)
    {
        _root = root;
        Ids = [.. root.DescendantsAndSelf().OfType<IdNode>()];
        References = [.. Ids.Select(node => node.Id).Distinct()];
    }

    /// <summary>The ids of the metrics and expressions that it names, each once, in the order of the text.</summary>
    public IReadOnlyList<string> References { get; }

    internal IReadOnlyList<IdNode> Ids { get; }

    /// <summary>Parses an expression; <see cref="MathException"/> says what is wrong and where.</summary>
    public static MathExpression Parse(string text) =>
        text.Length <= MaxLength
            ? new(MathParser.Parse(text))
            : throw new MathException($"An expression must not be longer than {MaxLength} characters", MaxLength);

    /// <summary>Whether it calls a function, such as <c>SEARCH</c>, which an alarm may not.</summary>
    public bool Calls(string function) =>
        _root.DescendantsAndSelf().OfType<CallNode>().Any(call => call.Function.Name == function);

    /// <summary>Computes it; whatever it refers to must be in <paramref name="context"/>.</summary>
    public MathValue Evaluate(MathContext context) => _root.Evaluate(context);

    /// <summary>The expression with every operation in parentheses.</summary>
    public override string ToString() => _root.ToString();
}
