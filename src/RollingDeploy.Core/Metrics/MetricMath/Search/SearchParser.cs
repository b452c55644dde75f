namespace RollingDeploy.Core.Metrics.MetricMath.Search;

/// <summary>
/// Parses a search expression. NOT has the highest precedence, then AND, then OR. Terms without an operator between them are
/// joined by AND. Operators are in upper case.
/// </summary>
internal sealed class SearchParser(SearchScanner text)
{
    // Each pair of parentheses uses a level of the call stack.
    private const int MaxDepth = 100;

    private int _depth;

    public SearchExpression Parse()
    {
        var schema = text.TryTake('{') ? Schema() : null;
        if (schema is null && text.IsAtEnd)
        {
            throw text.Error("a search needs a schema or a term");
        }

        var term = text.IsAtEnd ? null : Or(property: null);
        return text.IsAtEnd ? new(schema?[0], schema?[1..] ?? [], term) : throw text.Unexpected();
    }

    // The format is Namespace,Dimension,...} with an optional comma after it.
    private string[] Schema()
    {
        var names = new List<string>();
        do
        {
            names.Add(text.IsAt('"') ? text.Quoted() : text.Word("{},\""));
        }
        while (text.TryTake(','));
        text.Take('}');
        text.TryTake(',');
        return [.. names];
    }

    private SearchTerm Or(string? property)
    {
        if (++_depth > MaxDepth)
        {
            throw text.Error($"more than {MaxDepth} levels");
        }

        var left = And(property);
        while (text.TryTake("OR"))
        {
            left = new OrTerm(left, And(property));
        }

        _depth--;
        return left;
    }

    private SearchTerm And(string? property)
    {
        var left = Not(property);
        while (!text.IsAtEnd && !text.IsAt(')') && !text.IsAt("OR"))
        {
            text.TryTake("AND");
            left = new AndTerm(left, Not(property));
        }

        return left;
    }

    private SearchTerm Not(string? property) => text.TryTake("NOT") ? new NotTerm(Not(property)) : Term(property);

    // A term, or Property=term. The term can be a group, as in InstanceId=(i-1 OR i-2).
    private SearchTerm Term(string? property)
    {
        if (text.TryTake('('))
        {
            var group = Or(property);
            text.Take(')');
            return group;
        }

        var exact = text.IsAt('"');
        var word = exact ? text.Quoted() : text.Word("()\"=");
        return property is null && text.TryTake('=') ? Term(word)
            : exact ? new ExactTerm(property, word)
            : new PartialTerm(property, word);
    }
}
