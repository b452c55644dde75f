namespace RollingDeploy.Core.Metrics.MetricMath.Syntax;

/// <summary>
/// The types of tokens. An ID starts with a lower-case letter, and a word (a function or a keyword) with an upper-case letter.
/// </summary>
internal enum TokenKind
{
    End,
    Number,
    Id,
    Word,
    Text,
    Symbol,
}

/// <summary>A token with its position in the expression. The text of a string is without quotes.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Position, double Number = 0)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    /// <summary>Returns the text for error messages.</summary>
    public override string ToString() => Kind == TokenKind.End ? "the end of the expression" : $"'{Text}'";
}
