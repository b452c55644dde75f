using System.Text;

namespace RollingDeploy.Core.Alarms.Rules;

/// <summary>A Boolean expression in a rule.</summary>
internal abstract record Expression
{
    /// <summary>The precedence. A part with a lower precedence than its place requires is printed in parentheses.</summary>
    protected abstract Binding Binding { get; }

    public abstract bool IsTrue(Func<string, AlarmState> stateOf);

    /// <summary>Adds the references that cause its current result, in order. There can be duplicates.</summary>
    public abstract void Explain(Func<string, AlarmState> stateOf, List<string> because);

    public sealed override string ToString()
    {
        var text = new StringBuilder();
        Print(text);
        return text.ToString();
    }

    protected abstract void Print(StringBuilder text);

    /// <summary>Prints a part, in parentheses if its precedence is lower than <paramref name="least"/>.</summary>
    protected static void Print(StringBuilder text, Expression part, Binding least)
    {
        if (part.Binding >= least)
        {
            part.Print(text);
            return;
        }

        text.Append('(');
        part.Print(text);
        text.Append(')');
    }

    protected static string Quoted(string reference) =>
        $"\"{reference.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}

/// <summary>The precedence of operators, lowest first.</summary>
internal enum Binding
{
    Or,
    And,
    Not,
    Function,
}
