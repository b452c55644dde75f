using RollingDeploy.Core.Metrics.MetricMath.Search;
using RollingDeploy.Core.Metrics.MetricMath.Syntax;

namespace RollingDeploy.Core.Metrics.MetricMath.Functions;

/// <summary>The function <c>SEARCH('expression', 'statistic'[, period])</c>. The caller finds the series.</summary>
internal static class SearchFunction
{
    public static MathFunction Search { get; } =
        new("SEARCH", "a search expression, a statistic[, a period in seconds]", 2, 3, Apply)
        {
            Check = call => _ = Request(call),
            DependsOnMore = true,
        };

    private static SeriesList Apply(FunctionCall call)
    {
        var search = call.Context.Search ?? throw new MathException("SEARCH is not supported here", call.Position);
        return new(search(Request(call.Node)));
    }

    private static SearchRequest Request(CallNode call)
    {
        // Positions in the search expression are counted from the character after the quote.
        var expression = SearchExpression.Parse(call.TextAt(0), call.Children[0].Position + 1);
        return new(expression, call.TextAt(1), call.Children.Count < 3 ? null : Period(call));
    }

    private static int Period(CallNode call) =>
        call.Children[2] is NumberNode { Number: >= 1 and <= int.MaxValue } number && number.Number == Math.Floor(number.Number)
            ? (int)number.Number
            : throw call.Refuse("anything but a whole number of seconds", 2);
}
