using System.Globalization;

namespace RollingDeploy.Core.Metrics.MetricMath.Syntax;

/// <summary>Splits an expression into tokens.</summary>
internal sealed class MathLexer(string text)
{
    private static readonly string[] LongSymbols = ["==", "!=", "<=", ">=", "&&", "||"];

    private int _at;

    public Token Next()
    {
        SkipSpace();
        return _at == text.Length ? new(TokenKind.End, "", _at)
            : char.IsAsciiDigit(text[_at]) || (text[_at] == '.' && IsDigit(_at + 1)) ? Number()
            : char.IsAsciiLetter(text[_at]) ? Name()
            : text[_at] is '\'' or '"' ? Text()
            : Symbol();
    }

    /// <summary>Returns whether the next token starts with a character.</summary>
    public bool IsNext(char symbol)
    {
        SkipSpace();
        return _at < text.Length && text[_at] == symbol;
    }

    private Token Number()
    {
        var start = _at;
        SkipDigits();
        if (_at < text.Length && text[_at] == '.')
        {
            _at++;
            SkipDigits();
        }

        // In 1e5, the e is part of the number only if digits follow.
        var digits = _at + 1 < text.Length && text[_at + 1] is '+' or '-' ? _at + 2 : _at + 1;
        if (_at < text.Length && text[_at] is 'e' or 'E' && IsDigit(digits))
        {
            _at = digits;
            SkipDigits();
        }

        var number = double.Parse(text.AsSpan(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number)
            ? new(TokenKind.Number, text[start.._at], start, number)
            : throw MathException.Syntax(start, "the number is too large");
    }

    private Token Name()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] == '_'))
        {
            _at++;
        }

        var name = text[start.._at];
        return name is "AND" or "OR" ? new(TokenKind.Symbol, name, start)
            : new(char.IsAsciiLetterLower(name[0]) ? TokenKind.Id : TokenKind.Word, name, start);
    }

    // Strings have no escapes. A string in one kind of quotes can contain the other kind, and SEARCH has its own backslashes.
    private Token Text()
    {
        var start = _at;
        var end = text.IndexOf(text[start], start + 1);
        _at = end + 1;
        return end >= 0
            ? new(TokenKind.Text, text[(start + 1)..end], start)
            : throw MathException.Syntax(start, "the string has no end");
    }

    private Token Symbol()
    {
        var start = _at;
        foreach (var symbol in LongSymbols)
        {
            if (string.CompareOrdinal(text, start, symbol, 0, symbol.Length) == 0)
            {
                _at += symbol.Length;
                return new(TokenKind.Symbol, symbol switch { "&&" => "AND", "||" => "OR", _ => symbol }, start);
            }
        }

        _at++;
        return "+-*/^<>()[],".Contains(text[start], StringComparison.Ordinal)
            ? new(TokenKind.Symbol, text[start..(start + 1)], start)
            : throw MathException.Syntax(start, $"unexpected '{text[start]}'");
    }

    private void SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }

    private bool IsDigit(int at) => at < text.Length && char.IsAsciiDigit(text[at]);

    private void SkipDigits()
    {
        while (IsDigit(_at))
        {
            _at++;
        }
    }
}
