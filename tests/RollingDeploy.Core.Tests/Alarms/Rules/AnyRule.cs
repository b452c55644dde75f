using FsCheck;
using FsCheck.Fluent;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Alarms.Rules;

namespace RollingDeploy.Core.Tests.Alarms.Rules;

/// <summary>Trees of rules, ways to write them, and texts that are hardly ever a rule.</summary>
internal static class AnyRule
{
    private static readonly string[] Names =
    [
        "a", "b", "AND", "two words", "(brackets), and commas", "a\"b", "a\\", "\\\"", "arn:aws:cloudwatch:us-east-1:1:alarm:x:y",
    ];

    // Pieces of rules and of nothing.
    private static readonly string[] Pieces =
    [
        "(", ")", ",", "\"", "\\", " ", "\t", "ALARM", "OK(", "ALARM(a)", "INSUFFICIENT_DATA(\"b\")", "TRUE", " AND ", " OR ",
        "NOT ", "AT_LEAST(", "AT_LEAST(1, OK, (a))", "50%", "1", "-1", "a", "\0", "\ud800", "é", "\u2003", "99999999999",
    ];

    public static Arbitrary<Expression> Tree { get; } = TreeOf(4).ToArbitrary();

    public static Arbitrary<string> Garbage { get; } =
        Gen.Choose(1, 12).SelectMany(length => Gen.Elements(Pieces).ArrayOf(length)).Select(string.Concat).ToArbitrary();

    public static Gen<AlarmState> State => Gen.Elements(Enum.GetValues<AlarmState>());

    /// <summary>A state for each name that a tree may have.</summary>
    public static Arbitrary<Dictionary<string, AlarmState>> States { get; } = State.ArrayOf(Names.Length)
        .Select(states => Names.Zip(states).ToDictionary(pair => pair.First, pair => pair.Second)).ToArbitrary();

    /// <summary>The tree as text, with parentheses and white space that it does not need.</summary>
    public static string Written(Expression tree, Random dice) => tree switch
    {
        Negation negation => $"NOT{Space(dice)}({Written(negation.Part, dice)})",
        Junction junction => "(" + string.Join(
            junction.IsOr ? $"){Space(dice)}OR{Space(dice)}(" : $"){Space(dice)}AND{Space(dice)}(",
            junction.Parts.Select(part => Written(part, dice))) + ")",
        _ when dice.Next(3) == 0 => $"({Space(dice)}{tree}{Space(dice)})",
        _ => tree.ToString(),
    };

    private static string Space(Random dice) => new[] { "", " ", "\n\t" }[dice.Next(3)];

    private static Gen<Expression> TreeOf(int depth) => depth == 0 ? Leaf : Gen.Frequency(
        (2, Leaf),
        (2, TreeOf(depth - 1).Select(part => (Expression)new Negation(part))),
        (5,
            from isOr in Gen.Elements(true, false)
            from count in Gen.Choose(2, 3)
            from parts in TreeOf(depth - 1).ArrayOf(count)
            select (Expression)new Junction(isOr, [.. parts])));

    private static Gen<Expression> Leaf => Gen.Frequency(
        (1, Gen.Elements(true, false).Select(value => (Expression)new Constant(value))),
        (4, State.SelectMany(state => Gen.Elements(Names).Select(name => (Expression)new StateIs(state, name)))),
        (2, Group));

    private static Gen<Expression> Group =>
        from count in Gen.Choose(1, 4)
        from names in Gen.Elements(Names).ArrayOf(count)
        from isPercent in Gen.Elements(true, false)
        from number in Gen.Choose(1, isPercent ? 100 : count)
        from isNot in Gen.Elements(true, false)
        from state in State
        select (Expression)new Quorum(number, isPercent, isNot, state, [.. names]);
}
