namespace RollingDeploy.Core.Metrics.MetricMath.Syntax;

/// <summary>What a token is. An id starts with a lower-case letter; a word (a function, a keyword) with another.</summary>
internal enum TokenKind
{
    End,
    Number,
    Id,
    Word,
    Text,
    Symbol,
}

/// <summary>A piece of an expression and where it starts. The text of a string is without its quotes.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Position, double Number = 0)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    /// <summary>As an error shows it.</summary>
    public override string ToString() => Kind == TokenKind.End ? "the end of the expression" : $"'{Text}'";
}
