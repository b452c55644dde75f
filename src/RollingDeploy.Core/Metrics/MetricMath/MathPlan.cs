namespace RollingDeploy.Core.Metrics.MetricMath;

/// <summary>An expression and the ID of its query.</summary>
public readonly record struct MathStep(string Id, MathExpression Expression);

/// <summary>
/// The expressions of a request or an alarm, sorted so that each comes after those that it refers to. A plan is immutable, so an
/// alarm keeps it and uses it for each evaluation.
/// </summary>
public sealed class MathPlan
{
    private readonly IReadOnlyCollection<string> _metricIds;

    private MathPlan(IReadOnlyCollection<string> metricIds, IReadOnlyList<MathStep> steps) =>
        (_metricIds, Steps) = (metricIds, steps);

    /// <summary>The expressions, in the order of evaluation.</summary>
    public IReadOnlyList<MathStep> Steps { get; }

    /// <summary>Parses the expressions (ID, text) and sorts them. The IDs must be distinct.</summary>
    /// <exception cref="MathException">
    /// An expression is not valid, refers to an ID that does not exist, or has a circular reference.
    /// </exception>
    public static MathPlan Build(IReadOnlyCollection<string> metricIds, IEnumerable<KeyValuePair<string, string>> expressions)
    {
        var steps = expressions.Select(each => new MathStep(each.Key, Parse(each.Key, each.Value))).ToList();
        return new(metricIds, MathOrder.Sort(metricIds, steps));
    }

    /// <summary>Evaluates all expressions. The results are added to <paramref name="context"/>, which is returned.</summary>
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
    /// Evaluates the plan with metrics without data. The type of a result and the validity of arguments do not depend on the
    /// data, so this finds the errors of an expression when an alarm is put.
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
