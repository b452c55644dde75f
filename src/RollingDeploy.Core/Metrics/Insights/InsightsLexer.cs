using System.Text;

namespace RollingDeploy.Core.Metrics.Insights;

/// <summary>The kinds of tokens in a query.</summary>
internal enum InsightsTokenKind
{
    /// <summary>Letters, digits and underscores: a keyword, a name or a number.</summary>
    Word,

    /// <summary>A name in double quotation marks.</summary>
    QuotedName,

    /// <summary>A value in single quotation marks.</summary>
    Value,

    /// <summary>A symbol, such as a parenthesis or an operator.</summary>
    Symbol,

    /// <summary>The end of the query.</summary>
    End,
}

/// <summary>A token: its kind, its text without quotation marks, and the position of its first character.</summary>
internal readonly record struct InsightsToken(InsightsTokenKind Kind, string Text, int Position)
{
    public bool IsKeyword(string word) =>
        Kind == InsightsTokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsSymbol(string symbol) => Kind == InsightsTokenKind.Symbol && Text == symbol;
}

/// <summary>Splits a query into tokens.</summary>
internal sealed class InsightsLexer(string text)
{
    private int _at;

    public InsightsToken Next()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }

        return _at == text.Length ? new(InsightsTokenKind.End, "", _at)
            : text[_at] is '"' ? Quoted(InsightsTokenKind.QuotedName)
            : text[_at] is '\'' ? Quoted(InsightsTokenKind.Value)
            : InsightsQuery.IsPartOfWord(text[_at]) ? Word()
            : Symbol();
    }

    private InsightsToken Word()
    {
        var start = _at;
        while (_at < text.Length && InsightsQuery.IsPartOfWord(text[_at]))
        {
            _at++;
        }

        return new(InsightsTokenKind.Word, text[start.._at], start);
    }

    // A backslash escapes both kinds of quotation marks: AVG("Bytes\"Input\"") is the metric Bytes"Input".
    private InsightsToken Quoted(InsightsTokenKind kind)
    {
        var (start, quote) = (_at, text[_at]);
        var quoted = new StringBuilder();
        for (_at++; _at < text.Length && text[_at] != quote; _at++)
        {
            if (text[_at] == '\\' && _at + 1 < text.Length && text[_at + 1] is '"' or '\'')
            {
                _at++;
            }

            quoted.Append(text[_at]);
        }

        if (_at >= text.Length)
        {
            throw InsightsErrors.Near(text, start, $"The closing {quote} is missing");
        }

        _at++;
        return new(kind, quoted.ToString(), start);
    }

    private InsightsToken Symbol()
    {
        var length = string.CompareOrdinal(text, _at, "!=", 0, 2) == 0 ? 2 : 1;
        _at += length;
        return new(InsightsTokenKind.Symbol, text.Substring(_at - length, length), _at - length);
    }
}
