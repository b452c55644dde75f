using System.Collections.Immutable;
using System.Text;

namespace RollingDeploy.Core.Alarms.Rules;

/// <summary>The operator OR or AND with two or more parts.</summary>
internal sealed record Junction(bool IsOr, ImmutableArray<Expression> Parts) : Expression
{
    protected override Binding Binding => IsOr ? Binding.Or : Binding.And;

    public override bool IsTrue(Func<string, AlarmState> stateOf) =>
        IsOr ? Parts.Any(part => part.IsTrue(stateOf)) : Parts.All(part => part.IsTrue(stateOf));

    /// <summary>
    /// For OR, each true part causes the result true, and all parts together cause false. For AND, it is the other way around.
    /// </summary>
    public override void Explain(Func<string, AlarmState> stateOf, List<string> because)
    {
        var isTrue = IsTrue(stateOf);
        foreach (var part in Parts)
        {
            if (part.IsTrue(stateOf) == isTrue)
            {
                part.Explain(stateOf, because);
            }
        }
    }

    protected override void Print(StringBuilder text)
    {
        for (var i = 0; i < Parts.Length; i++)
        {
            text.Append(i == 0 ? "" : IsOr ? " OR " : " AND ");
            Print(text, Parts[i], Binding + 1);
        }
    }
}

/// <summary>The operator NOT.</summary>
internal sealed record Negation(Expression Part) : Expression
{
    protected override Binding Binding => Binding.Not;

    public override bool IsTrue(Func<string, AlarmState> stateOf) => !Part.IsTrue(stateOf);

    public override void Explain(Func<string, AlarmState> stateOf, List<string> because) => Part.Explain(stateOf, because);

    protected override void Print(StringBuilder text)
    {
        text.Append("NOT ");
        Print(text, Part, Binding.Not);
    }
}
