using System.Collections.Immutable;
using System.Globalization;

namespace RollingDeploy.Core.Alarms.Rules;

/// <summary>Parses a rule by recursive descent. NOT has a higher precedence than AND, and AND a higher one than OR.</summary>
internal sealed class RuleParser(string text)
{
    private const string Operand = "'(', 'NOT', AT_LEAST, TRUE or FALSE, ALARM, OK, or INSUFFICIENT_DATA";
    private const string State = "ALARM, OK, or INSUFFICIENT_DATA";
    private const string Threshold = "a number from 1 to the number of alarms, or a percentage from 1% to 100%";

    private readonly RuleReader _reader = new(text);

    public AlarmRule Parse()
    {
        var expression = Or();
        return _reader.Token.IsEnd ? new AlarmRule(expression, _reader.References) : throw _reader.Unsupported("'AND' or 'OR'");
    }

    private Expression Or() => Joined("OR", And);

    private Expression And() => Joined("AND", Not);

    private Expression Joined(string word, Func<Expression> part)
    {
        var first = part();
        if (!_reader.Took(word))
        {
            return first;
        }

        var parts = ImmutableArray.CreateBuilder<Expression>();
        parts.Add(first);
        do
        {
            parts.Add(part());
        }
        while (_reader.Took(word));

        return new Junction(word == "OR", parts.ToImmutable());
    }

    private Expression Not()
    {
        var at = _reader.Token.At;
        return _reader.Took("NOT") ? new Negation(_reader.Below(at, Not)) : Primary();
    }

    private Expression Primary()
    {
        var token = _reader.Token;
        if (_reader.Took("("))
        {
            return _reader.Below(token.At, Group);
        }

        if (_reader.Took("TRUE") || _reader.Took("FALSE"))
        {
            _reader.CountElement();
            return new Constant(token.Text == "TRUE");
        }

        return _reader.Took("AT_LEAST") ? AtLeast() : StateIs();
    }

    private Expression Group()
    {
        _reader.CountElement();
        var inside = Or();
        _reader.Take(")", "'AND', 'OR' or ')'");
        return inside;
    }

    private StateIs StateIs()
    {
        var state = _reader.TakeState(Operand);
        _reader.Take("(", "'('");
        var reference = _reader.TakeReference();
        _reader.Take(")", "')'");
        return new StateIs(state, reference);
    }

    private Quorum AtLeast()
    {
        _reader.Take("(", "'('");
        var threshold = _reader.Token;
        var isPercent = threshold.Text.EndsWith('%');
        var digits = isPercent ? threshold.Text[..^1] : threshold.Text;
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw _reader.Unsupported(Threshold);
        }

        _reader.Advance();
        _reader.Take(",", "','");
        var isNot = _reader.Took("NOT");
        var state = _reader.TakeState(isNot ? State : $"'NOT', {State}");
        _reader.Take(",", "','");
        var references = ReferenceList();
        _reader.Take(")", "')'");
        return number >= 1 && number <= (isPercent ? 100 : references.Length)
            ? new Quorum(number, isPercent, isNot, state, references)
            : throw AlarmRuleException.UnsupportedToken(threshold, Threshold);
    }

    private ImmutableArray<string> ReferenceList()
    {
        var references = ImmutableArray.CreateBuilder<string>();
        _reader.Take("(", "'('");
        do
        {
            references.Add(_reader.TakeReference());
        }
        while (_reader.Took(","));

        _reader.Take(")", "',' or ')'");
        return references.ToImmutable();
    }
}
