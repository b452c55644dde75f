using RollingDeploy.Core.Metrics.Insights;

namespace RollingDeploy.Core.Metrics.MetricMath;

/// <summary>An expression and the ID of its query.</summary>
public readonly record struct MathStep(string Id, MathExpression Expression);

/// <summary>A Metrics Insights query and its ID. Expressions can use its result, but it cannot use theirs.</summary>
public readonly record struct InsightsStep(string Id, InsightsQuery Query);

/// <summary>
/// The expressions and the Metrics Insights queries of a request or an alarm. Expressions are sorted so that each comes after
/// those that it refers to. A plan is immutable, so an alarm keeps it and uses it for each evaluation.
/// </summary>
public sealed class MathPlan
{
    private readonly IReadOnlyCollection<string> _metricIds;

    private MathPlan(IReadOnlyCollection<string> metricIds, IReadOnlyList<InsightsStep> queries, IReadOnlyList<MathStep> steps) =>
        (_metricIds, Queries, Steps) = (metricIds, queries, steps);

    /// <summary>The Metrics Insights queries, in the order in which they were given.</summary>
    public IReadOnlyList<InsightsStep> Queries { get; }

    /// <summary>The expressions, in the order of evaluation.</summary>
    public IReadOnlyList<MathStep> Steps { get; }

    /// <summary>Whether the results depend only on the data, and not on the time or on which metrics there are.</summary>
    public bool DependsOnDataOnly =>
        Queries.Count == 0 && Steps.All(step => !step.Expression.Calls(each => each.DependsOnMore));

    /// <summary>Parses the expressions and queries (ID, text) and sorts them. The IDs must be distinct.</summary>
    /// <exception cref="MathException">
    /// An expression is not valid, refers to an ID that does not exist, or has a circular reference.
    /// </exception>
    public static MathPlan Build(IReadOnlyCollection<string> metricIds, IEnumerable<KeyValuePair<string, string>> expressions)
    {
        var (queries, steps) = (new List<InsightsStep>(), new List<MathStep>());
        foreach (var (id, text) in expressions)
        {
            if (InsightsQuery.IsQuery(text))
            {
                queries.Add(new(id, Parse(id, text, InsightsQuery.Parse)));
            }
            else
            {
                steps.Add(new(id, Parse(id, text, MathExpression.Parse)));
            }
        }

        return new(metricIds, queries, MathOrder.Sort([.. metricIds, .. queries.Select(query => query.Id)], steps));
    }

    /// <summary>Evaluates all queries and expressions. The results are added to <paramref name="context"/>, which is returned.</summary>
    public MathContext Evaluate(MathContext context)
    {
        foreach (var query in Queries)
        {
            context.AddQuery(query);
        }

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

            // Two series, because an alarm on an array must be refused however many groups there are today.
            Insights = step => new(
                [.. Enumerable.Repeat(new InsightsSeries([], TimeSeries.Empty(60)), step.Query.IsGrouped ? 2 : 1)],
                InsightsLimits.None),
        };
        foreach (var id in _metricIds)
        {
            context.AddMetric(id, TimeSeries.Empty(60));
        }

        return Evaluate(context);
    }

    private static T Parse<T>(string id, string text, Func<string, T> parse)
    {
        try
        {
            return parse(text);
        }
        catch (MathException problem)
        {
            throw problem.In(id);
        }
    }
}
