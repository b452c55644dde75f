using System.Globalization;

namespace RollingDeploy.Core.Metrics.MetricMath.Syntax;

/// <summary>A part of an expression's tree; it prints with every operation in parentheses, as the tree is.</summary>
internal abstract class MathNode(int position)
{
    /// <summary>Where it starts in the expression; an operation, where its operator is.</summary>
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

/// <summary>A number as written.</summary>
internal sealed class NumberNode(int position, double number) : MathNode(position)
{
    private readonly ScalarValue _value = ScalarValue.Of(number);

    public double Number => _value.Value;

    public override MathValue Evaluate(MathContext context) => _value;

    public override string ToString() => _value.Value.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>The id of a metric or of another expression.</summary>
internal sealed class IdNode(int position, string id) : MathNode(position)
{
    public string Id { get; } = id;

    public override MathValue Evaluate(MathContext context) => context.Resolve(Id, Position);

    public override string ToString() => Id;
}

/// <summary>A string; only a function that takes one reads it.</summary>
internal sealed class TextNode(int position, string text) : MathNode(position)
{
    public string Text { get; } = text;

    public override MathValue Evaluate(MathContext context) => throw MathException.Syntax(Position, "unexpected string");

    public override string ToString() => Text.Contains('\'', StringComparison.Ordinal) ? $"\"{Text}\"" : $"'{Text}'";
}

/// <summary>A keyword such as <c>REPEAT</c>; only a function that takes it reads it.</summary>
internal sealed class KeywordNode(int position, string word) : MathNode(position)
{
    public string Word { get; } = word;

    public override MathValue Evaluate(MathContext context) => throw MathException.Syntax(Position, $"unexpected '{Word}'");

    public override string ToString() => Word;
}
