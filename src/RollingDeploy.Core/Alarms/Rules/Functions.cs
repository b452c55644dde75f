using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace RollingDeploy.Core.Alarms.Rules;

/// <summary>TRUE or FALSE.</summary>
internal sealed record Constant(bool Value) : Expression
{
    protected override Binding Binding => Binding.Function;

    public override bool IsTrue(Func<string, AlarmState> stateOf) => Value;

    public override void Explain(Func<string, AlarmState> stateOf, List<string> because)
    {
        // No alarm is the reason.
    }

    protected override void Print(StringBuilder text) => text.Append(Value ? "TRUE" : "FALSE");
}

/// <summary>ALARM, OK or INSUFFICIENT_DATA of one alarm.</summary>
internal sealed record StateIs(AlarmState State, string Reference) : Expression
{
    protected override Binding Binding => Binding.Function;

    public override bool IsTrue(Func<string, AlarmState> stateOf) => stateOf(Reference) == State;

    public override void Explain(Func<string, AlarmState> stateOf, List<string> because) => because.Add(Reference);

    protected override void Print(StringBuilder text) => text.Append($"{StateWord.Of(State)}({Quoted(Reference)})");
}

/// <summary>
/// AT_LEAST: so many of the alarms, or so many percent of them, are in a state or are not. One that is listed twice counts twice.
/// </summary>
internal sealed record Quorum(int Number, bool IsPercent, bool IsNot, AlarmState State, ImmutableArray<string> References)
    : Expression
{
    protected override Binding Binding => Binding.Function;

    // 50% of 3 alarms are 1.5: with one there is less than half, so 2 are needed.
    private int Needed => IsPercent ? ((References.Length * Number) + 99) / 100 : Number;

    public override bool IsTrue(Func<string, AlarmState> stateOf) =>
        References.Count(reference => Counts(stateOf(reference))) >= Needed;

    public override void Explain(Func<string, AlarmState> stateOf, List<string> because)
    {
        var isTrue = IsTrue(stateOf);
        because.AddRange(References.Where(reference => Counts(stateOf(reference)) == isTrue));
    }

    protected override void Print(StringBuilder text) => text
        .Append(CultureInfo.InvariantCulture, $"AT_LEAST({Number}{(IsPercent ? "%" : "")}, ")
        .Append(IsNot ? "NOT " : "").Append(StateWord.Of(State)).Append(", (")
        .AppendJoin(", ", References.Select(Quoted))
        .Append("))");

    private bool Counts(AlarmState state) => state == State != IsNot;
}
