namespace RollingDeploy.Core.Metrics.MetricMath;

/// <summary>An expression and the id of the query that holds it.</summary>
public readonly record struct MathStep(string Id, MathExpression Expression);

/// <summary>
/// The expressions of one request or alarm in an order in which each comes after what it refers to. Immutable: an alarm keeps
/// its plan and evaluates it at every period.
/// </summary>
public sealed class MathPlan
{
    private readonly IReadOnlyCollection<string> _metricIds;

    private MathPlan(IReadOnlyCollection<string> metricIds, IReadOnlyList<MathStep> steps) =>
        (_metricIds, Steps) = (metricIds, steps);

    /// <summary>In the order of evaluation.</summary>
    public IReadOnlyList<MathStep> Steps { get; }

    /// <summary>
    /// Parses the expressions (id, text) and orders them. Ids must be distinct. <see cref="MathException"/> names the expression
    /// that does not parse, refers to an id that is not there, or to itself by a circle.
    /// </summary>
    public static MathPlan Build(IReadOnlyCollection<string> metricIds, IEnumerable<KeyValuePair<string, string>> expressions)
    {
        var steps = expressions.Select(each => new MathStep(each.Key, Parse(each.Key, each.Value))).ToList();
        return new(metricIds, MathOrder.Sort(metricIds, steps));
    }

    /// <summary>Computes every expression; the results are in <paramref name="context"/>, which is returned.</summary>
    public MathContext Evaluate(MathContext context)
    {
        foreach (var step in Steps)
        {
            try
            {
                context.SetResult(step.Id, step.Expression.Evaluate(context));
            }
            catch (MathException problem)
            {
                throw problem.In(step.Id);
            }
        }

        return context;
    }

    /// <summary>
    /// Evaluates the plan on metrics without data. What an expression gives (a scalar, a series, several) and whether its
    /// arguments fit do not depend on the data, so this finds what is wrong when an alarm is put.
    /// </summary>
    public MathContext DryRun()
    {
        var context = new MathContext(new MathRange(0, 60, 60))
        {
            Search = _ => [],
            AnomalyBand = (metric, _) => new AnomalyBand(metric, metric),
        };
        foreach (var id in _metricIds)
        {
            context.AddMetric(id, TimeSeries.Empty(60));
        }

        return Evaluate(context);
    }

    private static MathExpression Parse(string id, string text)
    {
        try
        {
            return MathExpression.Parse(text);
        }
        catch (MathException problem)
        {
            throw problem.In(id);
        }
    }
}
