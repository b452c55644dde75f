using System.Collections.Immutable;

namespace RollingDeploy.Core.Alarms.Rules;

/// <summary>
/// Reads the tokens of a rule and checks the limits. Elements are counted as in the user guide: each reference to an alarm, TRUE,
/// FALSE, and each pair of parentheses around a group.
/// </summary>
internal sealed class RuleReader
{
    private const int MostAlarms = 100;
    private const int MostElements = 500;

    // The same number as for elements. NOT is not an element, so without this limit a long sequence of NOT would overflow the
    // stack.
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

    /// <summary>The next token.</summary>
    public RuleToken Token { get; private set; }

    /// <summary>The references that were read so far, without duplicates.</summary>
    public ImmutableArray<string> References => [.. _references];

    public void Take(string text, string expected)
    {
        if (!Took(text))
        {
            throw Unsupported(expected);
        }
    }

    /// <summary>Reads the next token if it is this one, and returns whether it was.</summary>
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

    /// <summary>Reads an expression one level deeper. The token at <paramref name="at"/> begins it.</summary>
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
