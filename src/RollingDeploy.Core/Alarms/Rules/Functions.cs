using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace RollingDeploy.Core.Alarms.Rules;

/// <summary>The function TRUE or FALSE.</summary>
internal sealed record Constant(bool Value) : Expression
{
    protected override Binding Binding => Binding.Function;

    public override bool IsTrue(Func<string, AlarmState> stateOf) => Value;

    public override void Explain(Func<string, AlarmState> stateOf, List<string> because)
    {
        // No alarm causes the result.
    }

    protected override void Print(StringBuilder text) => text.Append(Value ? "TRUE" : "FALSE");
}

/// <summary>The function ALARM, OK or INSUFFICIENT_DATA.</summary>
internal sealed record StateIs(AlarmState State, string Reference) : Expression
{
    protected override Binding Binding => Binding.Function;

    public override bool IsTrue(Func<string, AlarmState> stateOf) => stateOf(Reference) == State;

    public override void Explain(Func<string, AlarmState> stateOf, List<string> because) => because.Add(Reference);

    protected override void Print(StringBuilder text) => text.Append($"{StateWord.Of(State)}({Quoted(Reference)})");
}

/// <summary>
/// The function AT_LEAST: a number or a percentage of the alarms are in a state, or are not in it. An alarm that is listed twice
/// counts twice.
/// </summary>
internal sealed record Quorum(int Number, bool IsPercent, bool IsNot, AlarmState State, ImmutableArray<string> References)
    : Expression
{
    protected override Binding Binding => Binding.Function;

    // For example, 50% of 3 alarms is 1.5, so 2 alarms are needed.
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
