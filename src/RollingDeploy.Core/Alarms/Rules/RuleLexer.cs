using System.Text;

namespace RollingDeploy.Core.Alarms.Rules;

/// <summary>
/// Splits a rule into tokens. A word ends at white space, a parenthesis or a comma, because names without quotes cannot contain
/// them.
/// </summary>
internal sealed class RuleLexer(string text)
{
    private const char Quote = '"';
    private const char Escape = '\\';

    private int _at;

    public RuleToken Next()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }

        if (_at == text.Length)
        {
            return RuleToken.End(_at);
        }

        return text[_at] switch
        {
            '(' or ')' or ',' => new RuleToken(text[_at].ToString(), _at++, null),
            Quote => Quoted(),
            _ => Word(),
        };
    }

    /// <summary>
    /// Reads a quoted name. A backslash escapes a quote or a backslash. Before other characters, it is a normal character.
    /// </summary>
    private RuleToken Quoted()
    {
        var start = _at++;
        var name = new StringBuilder();
        while (_at < text.Length && text[_at] != Quote)
        {
            if (text[_at] == Escape && _at + 1 < text.Length && text[_at + 1] is Quote or Escape)
            {
                _at++;
            }

            name.Append(text[_at++]);
        }

        if (_at == text.Length)
        {
            throw AlarmRuleException.UnsupportedToken(new RuleToken(text[start..], start, null), "'\"'");
        }

        _at++;
        return new RuleToken(text[start.._at], start, name.Length == 0 ? null : name.ToString());
    }

    private RuleToken Word()
    {
        var start = _at;
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not ('(' or ')' or ','))
        {
            _at++;
        }

        var word = text[start.._at];
        return new RuleToken(word, start, word);
    }
}
