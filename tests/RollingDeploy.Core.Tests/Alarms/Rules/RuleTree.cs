using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Alarms.Rules;

namespace RollingDeploy.Core.Tests.Alarms.Rules;

/// <summary>The tree of a rule in prefix form, <c>(OR (AND A:a O:b) TRUE)</c>; a state is its first letter.</summary>
internal static class RuleTree
{
    public static string Of(string rule) => Of(AlarmRule.Parse(rule).Expression);

    public static string Of(Expression expression) => expression switch
    {
        Constant constant => constant.Value ? "TRUE" : "FALSE",
        StateIs function => $"{Letter(function.State)}:{function.Reference}",
        Negation negation => $"(NOT {Of(negation.Part)})",
        Junction junction => $"({(junction.IsOr ? "OR" : "AND")} {string.Join(' ', junction.Parts.Select(Of))})",
        Quorum group => $"({Threshold(group)} {Letter(group.State)}: {string.Join(' ', group.References)})",
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    /// <summary>States of the alarms a, b, c … by their letters, such as <c>AOI</c>.</summary>
    public static Func<string, AlarmState> States(string letters) => name => letters[name[0] - 'a'] switch
    {
        'A' => AlarmState.Alarm,
        'O' => AlarmState.Ok,
        _ => AlarmState.InsufficientData,
    };

    private static string Threshold(Quorum group) =>
        $"{group.Number}{(group.IsPercent ? "%" : "")}{(group.IsNot ? " not" : "")}";

    private static char Letter(AlarmState state) => state switch
    {
        AlarmState.Alarm => 'A',
        AlarmState.Ok => 'O',
        _ => 'I',
    };
}
