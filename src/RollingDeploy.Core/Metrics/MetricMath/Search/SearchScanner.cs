using System.Text;

namespace RollingDeploy.Core.Metrics.MetricMath.Search;

/// <summary>
/// Reads the text of a search expression and skips white space. The positions of errors are counted from <c>offset</c>.
/// </summary>
internal sealed class SearchScanner
{
    private readonly string _text;
    private readonly int _offset;
    private int _at;

    public SearchScanner(string text, int offset)
    {
        (_text, _offset) = (text, offset);
        Skip(0);
    }

    public bool IsAtEnd => _at == _text.Length;

    public bool IsAt(char symbol) => !IsAtEnd && _text[_at] == symbol;

    /// <summary>Returns whether a word is next, followed by a space, a quote, a parenthesis or the end.</summary>
    public bool IsAt(string word)
    {
        var end = _at + word.Length;
        return string.CompareOrdinal(_text, _at, word, 0, word.Length) == 0
            && (end == _text.Length || char.IsWhiteSpace(_text[end]) || _text[end] is '(' or '"');
    }

    public bool TryTake(char symbol) => IsAt(symbol) && Skip(1);

    public bool TryTake(string word) => IsAt(word) && Skip(word.Length);

    public void Take(char symbol)
    {
        if (!TryTake(symbol))
        {
            throw Unexpected();
        }
    }

    /// <summary>Reads the text before a space or one of some characters.</summary>
    public string Word(string ends)
    {
        var start = _at;
        while (!IsAtEnd && !char.IsWhiteSpace(_text[_at]) && !ends.Contains(_text[_at], StringComparison.Ordinal))
        {
            _at++;
        }

        var word = _text[start.._at];
        Skip(0);
        return word.Length > 0 ? word : throw Unexpected();
    }

    /// <summary>Reads a string in double quotes. A backslash escapes the characters <c>" \ ( and )</c>.</summary>
    public string Quoted()
    {
        var start = _at++;
        var quoted = new StringBuilder();
        for (; !IsAt('"'); _at++)
        {
            if (IsAt('\\') && _at + 1 < _text.Length && _text[_at + 1] is '"' or '\\' or '(' or ')')
            {
                _at++;
            }

            quoted.Append(IsAtEnd ? throw MathException.Syntax(_offset + start, "the string has no end") : _text[_at]);
        }

        Skip(1);
        return quoted.ToString();
    }

    public MathException Unexpected() =>
        Error(IsAtEnd ? "unexpected end of the search expression" : $"unexpected '{_text[_at]}'");

    public MathException Error(string what) => MathException.Syntax(_offset + _at, what);

    private bool Skip(int characters)
    {
        _at += characters;
        while (!IsAtEnd && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }

        return true;
    }
}
