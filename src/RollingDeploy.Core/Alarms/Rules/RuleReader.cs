using System.Collections.Immutable;

namespace RollingDeploy.Core.Alarms.Rules;

/// <summary>
/// Takes the tokens of a rule one after another, and minds the limits. Elements are counted as the user guide says: an alarm each
/// time it is named, TRUE and FALSE, and a pair of parentheses around a group is one.
/// </summary>
internal sealed class RuleReader
{
    private const int MostAlarms = 100;
    private const int MostElements = 500;

    // As deep as the elements allow; without it a long row of NOTs, which are no elements, would overflow the stack.
    private const int MostLevels = 500;

    private readonly RuleLexer _lexer;
    private readonly List<string> _references = [];
    private int _elements;
    private int _levels;

    public RuleReader(string text)
    {
        _lexer = new RuleLexer(text);
        Token = _lexer.Next();
    }

    /// <summary>The one that comes next.</summary>
    public RuleToken Token { get; private set; }

    /// <summary>The references taken so far, each once.</summary>
    public ImmutableArray<string> References => [.. _references];

    public void Take(string text, string expected)
    {
        if (!Took(text))
        {
            throw Unsupported(expected);
        }
    }

    /// <summary>Takes the next token if it is this one.</summary>
    public bool Took(string text)
    {
        var isNext = Token.Text == text;
        if (isNext)
        {
            Advance();
        }

        return isNext;
    }

    public string TakeReference()
    {
        var reference = Token.Name ?? throw Unsupported("an alarm name or ARN");
        Advance();
        CountElement();
        if (!_references.Contains(reference))
        {
            _references.Add(reference);
        }

        return _references.Count <= MostAlarms ? reference : throw AlarmRuleException.TooManyAlarms(MostAlarms);
    }

    public AlarmState TakeState(string expected)
    {
        var state = StateWord.Parse(Token.Text) ?? throw Unsupported(expected);
        Advance();
        return state;
    }

    public void Advance() => Token = _lexer.Next();

    public AlarmRuleException Unsupported(string expected) => AlarmRuleException.UnsupportedToken(Token, expected);

    public void CountElement()
    {
        if (++_elements > MostElements)
        {
            throw AlarmRuleException.TooManyElements(MostElements);
        }
    }

    /// <summary>Reads what is a level deeper because of the token at <paramref name="at"/>.</summary>
    public Expression Below(int at, Func<Expression> read)
    {
        if (++_levels > MostLevels)
        {
            throw AlarmRuleException.TooDeep(MostLevels, at);
        }

        var expression = read();
        _levels--;
        return expression;
    }
}
