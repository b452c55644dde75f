using RollingDeploy.Core.Metrics.MetricMath.Functions;

namespace RollingDeploy.Core.Metrics.MetricMath.Syntax;

/// <summary>Parses an expression by precedence climbing, with the operators of <see cref="BinaryOperator"/>.</summary>
internal sealed class MathParser
{
    // Each level of parentheses, minus or power uses a level of the call stack, in parsing and in evaluation.
    private const int MaxDepth = 200;

    private readonly MathLexer _lexer;
    private Token _token;
    private int _depth;

    private MathParser(string text)
    {
        _lexer = new MathLexer(text);
        _token = _lexer.Next();
    }

    public static MathNode Parse(string text)
    {
        var parser = new MathParser(text);
        var root = parser.Expression();
        return parser._token.Kind == TokenKind.End ? root : throw parser.Unexpected();
    }

    private MathNode Expression(int precedence = 0)
    {
        var left = Operand();
        while (BinaryOperator.Find(_token) is { } found && found.Precedence >= precedence)
        {
            var position = Take().Position;
            left = new BinaryNode(position, found, left, Expression(found.RightOperandPrecedence));
        }

        return left;
    }

    private MathNode Operand()
    {
        if (++_depth > MaxDepth)
        {
            throw MathException.Syntax(_token.Position, $"more than {MaxDepth} levels");
        }

        // A minus has a lower precedence than a power, and a higher one than other operators: -m1^2 is -(m1^2), -m1*2 is (-m1)*2.
        MathNode operand = _token.Is("-")
            ? new NegateNode(Take().Position, Expression(BinaryOperator.Power.Precedence))
            : Primary();
        _depth--;
        return operand;
    }

    private MathNode Primary()
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.Number:
                return new NumberNode(token.Position, token.Number);
            case TokenKind.Id when !_token.Is("("):
                return new IdNode(token.Position, token.Text);
            case TokenKind.Id or TokenKind.Word when _token.Is("("):
                return Call(token);
        }

        if (token.Is("("))
        {
            var inner = Expression();
            Expect(")");
            return inner;
        }

        return token.Is("[") ? new ArrayNode(token.Position, List("]", () => Expression())) : throw Unexpected(token);
    }

    private CallNode Call(Token name)
    {
        var function = FunctionTable.Find(name.Text, name.Position);
        Take();
        if (!_token.Is(")"))
        {
            return CallNode.Create(name.Position, function, List(")", Argument));
        }

        Take();
        return CallNode.Create(name.Position, function, []);
    }

    // Strings and keywords can be arguments but not operands. AVG is a keyword in SORT(m, AVG, ASC) and a function in AVG(m1).
    private MathNode Argument()
    {
        switch (_token.Kind)
        {
            case TokenKind.Text:
                return new TextNode(_token.Position, Take().Text);
            case TokenKind.Word when !_lexer.IsNext('('):
                return new KeywordNode(_token.Position, Take().Text);
            default:
                return Expression();
        }
    }

    private MathNode[] List(string end, Func<MathNode> item)
    {
        var items = new List<MathNode> { item() };
        while (_token.Is(","))
        {
            Take();
            items.Add(item());
        }

        Expect(end);
        return [.. items];
    }

    private void Expect(string symbol)
    {
        if (!_token.Is(symbol))
        {
            throw Unexpected();
        }

        Take();
    }

    private Token Take()
    {
        var taken = _token;
        _token = _lexer.Next();
        return taken;
    }

    private MathException Unexpected() => Unexpected(_token);

    private static MathException Unexpected(Token token) => MathException.Syntax(token.Position, $"unexpected {token}");
}
