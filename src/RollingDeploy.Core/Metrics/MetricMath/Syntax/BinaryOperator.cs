namespace RollingDeploy.Core.Metrics.MetricMath.Syntax;

/// <summary>
/// A binary operator. If <paramref name="TakesLists"/> is true, it is applied to each series of an array. This is so for
/// arithmetic operators. Comparison and logical operators support only series and scalars (user guide, metric math, comparison
/// and logical operators).
/// </summary>
internal sealed record BinaryOperator(string Symbol, int Precedence, bool TakesLists, Func<double, double, double> Apply)
{
    public static readonly BinaryOperator Power = new("^", 5, true, Math.Pow);

    // AWS does not document the precedence. This is the usual one, lowest first. Only the power is right-associative: 2^3^2 is
    // 2^9.
    private static readonly Dictionary<string, BinaryOperator> All = new BinaryOperator[]
    {
        new("OR", 0, false, (a, b) => Truth(a != 0 || b != 0)),
        new("AND", 1, false, (a, b) => Truth(a != 0 && b != 0)),
        new("==", 2, false, (a, b) => Truth(a == b)),
        new("!=", 2, false, (a, b) => Truth(a != b)),
        new("<=", 2, false, (a, b) => Truth(a <= b)),
        new(">=", 2, false, (a, b) => Truth(a >= b)),
        new("<", 2, false, (a, b) => Truth(a < b)),
        new(">", 2, false, (a, b) => Truth(a > b)),
        new("+", 3, true, (a, b) => a + b),
        new("-", 3, true, (a, b) => a - b),
        new("*", 4, true, (a, b) => a * b),
        new("/", 4, true, (a, b) => a / b),
        Power,
    }.ToDictionary(each => each.Symbol);

    public int RightOperandPrecedence => this == Power ? Precedence : Precedence + 1;

    public static BinaryOperator? Find(Token token) => token.Kind == TokenKind.Symbol ? All.GetValueOrDefault(token.Text) : null;

    private static double Truth(bool value) => value ? 1 : 0;
}
