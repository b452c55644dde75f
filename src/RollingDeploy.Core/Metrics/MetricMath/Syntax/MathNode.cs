using System.Globalization;

namespace RollingDeploy.Core.Metrics.MetricMath.Syntax;

/// <summary>
/// A node of the tree of an expression. Its text has all operations in parentheses, to show the structure of the tree.
/// </summary>
internal abstract class MathNode(int position)
{
    /// <summary>The position in the expression. For an operation, it is the position of the operator.</summary>
    public int Position { get; } = position;

    public virtual IReadOnlyList<MathNode> Children => [];

    public abstract MathValue Evaluate(MathContext context);

    public abstract override string ToString();

    public IEnumerable<MathNode> DescendantsAndSelf()
    {
        var open = new Stack<MathNode>([this]);
        while (open.TryPop(out var node))
        {
            yield return node;
            foreach (var child in node.Children.Reverse())
            {
                open.Push(child);
            }
        }
    }
}

/// <summary>A number.</summary>
internal sealed class NumberNode(int position, double number) : MathNode(position)
{
    private readonly ScalarValue _value = ScalarValue.Of(number);

    public double Number => _value.Value;

    public override MathValue Evaluate(MathContext context) => _value;

    public override string ToString() => _value.Value.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>The ID of a metric or of another expression.</summary>
internal sealed class IdNode(int position, string id) : MathNode(position)
{
    public string Id { get; } = id;

    public override MathValue Evaluate(MathContext context) => context.Resolve(Id, Position);

    public override string ToString() => Id;
}

/// <summary>A string. It can be used only as an argument of a function that takes a string.</summary>
internal sealed class TextNode(int position, string text) : MathNode(position)
{
    public string Text { get; } = text;

    public override MathValue Evaluate(MathContext context) => throw MathException.Syntax(Position, "unexpected string");

    public override string ToString() => Text.Contains('\'', StringComparison.Ordinal) ? $"\"{Text}\"" : $"'{Text}'";
}

/// <summary>A keyword such as <c>REPEAT</c>. It can be used only as an argument of a function that takes this keyword.</summary>
internal sealed class KeywordNode(int position, string word) : MathNode(position)
{
    public string Word { get; } = word;

    public override MathValue Evaluate(MathContext context) => throw MathException.Syntax(Position, $"unexpected '{Word}'");

    public override string ToString() => Word;
}
