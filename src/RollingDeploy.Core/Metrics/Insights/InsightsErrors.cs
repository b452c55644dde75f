using RollingDeploy.Core.Metrics.MetricMath;

namespace RollingDeploy.Core.Metrics.Insights;

/// <summary>
/// Makes the errors of a query. AWS's texts begin with "Invalid syntax". The one of reserved keywords is in grafana issue 93494, and
/// the others have its form.
/// Where something is only not simulated, the text says that.
/// </summary>
internal static class InsightsErrors
{
    private const int LongestQuote = 30;

    public static MathException Near(string query, int position, string what)
    {
        var near = query[position..].TrimEnd();
        near = near.Length > LongestQuote ? $"{near[..(LongestQuote - 3)]}..." : near;
        return new($"Invalid syntax near '{near}'. {what}", position);
    }

    public static MathException UnknownFunction(InsightsToken token) =>
        new($"Invalid syntax. '{token.Text}' is not a valid aggregate function", token.Position);

    public static MathException Reserved(InsightsToken token) =>
        new($"Invalid syntax. Reserved keyword '{token.Text}' must be surrounded by double quotes", token.Position);

    public static MathException ComparesNames(InsightsToken token) => new(
        "Invalid syntax. Comparing identifiers is not supported. Values must be surrounded by single quotes", token.Position);

    public static MathException NotSimulated(string what, InsightsToken token) =>
        new($"RollingDeploy does not simulate {what} in Metrics Insights queries", token.Position);
}
