using RollingDeploy.Core.Metrics.MetricMath;

namespace RollingDeploy.Core.Metrics.Insights;

/// <summary>Reads the tokens of a query, one after the other.</summary>
internal sealed class InsightsTokens
{
    private readonly string _text;
    private readonly InsightsLexer _lexer;

    public InsightsTokens(string text)
    {
        (_text, _lexer) = (text, new InsightsLexer(text));
        Next = _lexer.Next();
    }

    /// <summary>The next token.</summary>
    public InsightsToken Next { get; private set; }

    /// <summary>Takes a label key, which is the name of a dimension.</summary>
    public string Label()
    {
        var first = Next;
        var name = Name("a label");
        if (!TryTake("."))
        {
            return name;
        }

        throw first.IsKeyword("tag") ? InsightsErrors.NotSimulated("tags", first)
            : first.IsKeyword("AWS") ? InsightsErrors.NotSimulated("AWS.AccountId", first)
            : InsightsErrors.Near(_text, first.Position, "A label with a dot must be surrounded by double quotes");
    }

    /// <summary>Takes a name, with or without quotation marks.</summary>
    public string Name(string what) => Next.Kind switch
    {
        InsightsTokenKind.QuotedName => Take().Text,
        InsightsTokenKind.Word when InsightsKeywords.IsReserved(Next.Text) => throw InsightsErrors.Reserved(Next),
        InsightsTokenKind.Word => Take().Text,
        _ => throw Expected(what),
    };

    /// <summary>Takes a keyword or symbol, which must be next.</summary>
    public void Expect(string what)
    {
        if (!TryTake(what))
        {
            throw Expected(what);
        }
    }

    /// <summary>Takes a keyword or symbol if it is next.</summary>
    public bool TryTake(string what)
    {
        var isNext = Next.IsKeyword(what) || Next.IsSymbol(what);
        if (isNext)
        {
            Take();
        }

        return isNext;
    }

    /// <summary>Takes the next token.</summary>
    public InsightsToken Take()
    {
        var token = Next;
        Next = _lexer.Next();
        return token;
    }

    /// <summary>Makes the error for a token that is not what was expected.</summary>
    public MathException Expected(string what) =>
        InsightsErrors.Near(_text, Next.Position, $"{char.ToUpperInvariant(what[0])}{what[1..]} is expected");
}
