using System.Text;

namespace RollingDeploy.Core.Alarms.Rules;

/// <summary>A part of a rule that is true or false.</summary>
internal abstract record Expression
{
    /// <summary>How strongly it holds together: what binds less than its place needs is printed in parentheses.</summary>
    protected abstract Binding Binding { get; }

    public abstract bool IsTrue(Func<string, AlarmState> stateOf);

    /// <summary>Adds the references that make it what it is, in order; one that is named twice may come twice.</summary>
    public abstract void Explain(Func<string, AlarmState> stateOf, List<string> because);

    public sealed override string ToString()
    {
        var text = new StringBuilder();
        Print(text);
        return text.ToString();
    }

    protected abstract void Print(StringBuilder text);

    /// <summary>Prints a part of this one, in parentheses if it binds less than <paramref name="least"/>.</summary>
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

/// <summary>From the weakest to the strongest.</summary>
internal enum Binding
{
    Or,
    And,
    Not,
    Function,
}
