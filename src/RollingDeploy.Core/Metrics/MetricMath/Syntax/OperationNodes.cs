namespace RollingDeploy.Core.Metrics.MetricMath.Syntax;

/// <summary>A binary operation.</summary>
internal sealed class BinaryNode(int position, BinaryOperator symbol, MathNode left, MathNode right) : MathNode(position)
{
    public override IReadOnlyList<MathNode> Children => [left, right];

    public override MathValue Evaluate(MathContext context) =>
        Arithmetic.Combine(symbol, left.Evaluate(context), right.Evaluate(context), Position);

    public override string ToString() => $"({left} {symbol.Symbol} {right})";
}

/// <summary>A negation.</summary>
internal sealed class NegateNode(int position, MathNode operand) : MathNode(position)
{
    public override IReadOnlyList<MathNode> Children => [operand];

    public override MathValue Evaluate(MathContext context) => Arithmetic.Negate(operand.Evaluate(context));

    public override string ToString() => $"(-{operand})";
}

/// <summary>An array. Nested arrays are flattened, as in <c>[METRICS("4xx"), METRICS("5xx")]</c>.</summary>
internal sealed class ArrayNode(int position, MathNode[] items) : MathNode(position)
{
    public override IReadOnlyList<MathNode> Children => items;

    public override MathValue Evaluate(MathContext context)
    {
        var values = new List<MathValue>(items.Length);
        foreach (var item in items)
        {
            var value = item.Evaluate(context);
            if (value is SeriesList list)
            {
                values.AddRange(list.Items);
            }
            else
            {
                values.Add(value);
            }
        }

        return new SeriesList(values);
    }

    public override string ToString() => $"[{string.Join<MathNode>(", ", items)}]";
}
