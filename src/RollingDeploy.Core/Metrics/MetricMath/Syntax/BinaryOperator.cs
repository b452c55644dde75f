namespace RollingDeploy.Core.Metrics.MetricMath.Syntax;

/// <summary>
/// An operator between two values. <paramref name="TakesLists"/>: arithmetic works on each series of an array, comparison and
/// logic only on series and scalars (AWS's page, Comparison and logical operators).
/// </summary>
internal sealed record BinaryOperator(string Symbol, int Precedence, bool TakesLists, Func<double, double, double> Apply)
{
    public static readonly BinaryOperator Power = new("^", 5, true, Math.Pow);

    // AWS does not print the order; this is the usual one, weakest first. Power alone binds to the right: 2^3^2 is 2^9.
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
