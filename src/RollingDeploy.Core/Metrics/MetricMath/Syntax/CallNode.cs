using RollingDeploy.Core.Metrics.MetricMath.Functions;

namespace RollingDeploy.Core.Metrics.MetricMath.Syntax;

/// <summary>A function call.</summary>
internal sealed class CallNode : MathNode
{
    private readonly MathNode[] _arguments;

    private CallNode(int position, MathFunction function, MathNode[] arguments)
        : base(position) => (Function, _arguments) = (function, arguments);

    public MathFunction Function { get; }

    public override IReadOnlyList<MathNode> Children => _arguments;

    /// <summary>
    /// Creates a call. It throws an exception if the number of arguments is wrong, or if the check of the function fails.
    /// </summary>
    public static CallNode Create(int position, MathFunction function, MathNode[] arguments)
    {
        var node = new CallNode(position, function, arguments);
        if (arguments.Length < function.Fewest || arguments.Length > function.Most)
        {
            throw function.Refuse($"{arguments.Length} arguments", position);
        }

        function.Check?.Invoke(node);
        return node;
    }

    public string TextAt(int index) =>
        _arguments[index] is TextNode text ? text.Text : throw Refuse("anything but a string", index);

    public string KeywordAt(int index, params ReadOnlySpan<string> known)
    {
        var word = (_arguments[index] as KeywordNode)?.Word;
        return word is not null && known.Contains(word) ? word : throw Refuse($"{word ?? "anything but a keyword"}", index);
    }

    /// <summary>Makes the error for an argument that is not valid.</summary>
    public MathException Refuse(string given, int index) =>
        Function.Refuse(given + $" as argument {index + 1}", _arguments[index].Position);

    public override MathValue Evaluate(MathContext context) => Function.Apply(new FunctionCall(this, context));

    public override string ToString() => $"{Function.Name}({string.Join<MathNode>(", ", _arguments)})";
}
