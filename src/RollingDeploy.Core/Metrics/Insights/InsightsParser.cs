using System.Collections.Immutable;
using System.Globalization;

namespace RollingDeploy.Core.Metrics.Insights;

/// <summary>
/// Parses a query: <c>SELECT FUNCTION(metric) FROM namespace | SCHEMA(…) [WHERE …] [GROUP BY …] [ORDER BY …] [LIMIT …]</c>.
/// </summary>
internal sealed class InsightsParser(string text)
{
    // Also the number of time series that a query returns at most (user guide, Metrics Insights quotas).
    private const int MaxLimit = 500;

    private readonly InsightsTokens _tokens = new(text);

    public InsightsQuery Parse()
    {
        _tokens.Expect("SELECT");
        var function = Function();
        _tokens.Expect("(");
        var metric = _tokens.Name("the name of a metric");
        _tokens.Expect(")");
        _tokens.Expect("FROM");
        var query = new InsightsQuery(function, From(metric), Conditions(), Labels(), Order(), Limit());
        RequireEnd();
        return query;
    }

    private InsightsFunction Function()
    {
        if (_tokens.Next.Kind != InsightsTokenKind.Word)
        {
            throw _tokens.Expected("a function");
        }

        var name = _tokens.Take();
        return InsightsFunction.Find(name.Text) ?? throw InsightsErrors.UnknownFunction(name);
    }

    private InsightsSource From(string metric)
    {
        if (!_tokens.TryTake("SCHEMA"))
        {
            return new(metric, _tokens.Name("a namespace"), null);
        }

        _tokens.Expect("(");
        var metricNamespace = _tokens.Name("a namespace");
        var labels = new SortedSet<string>(StringComparer.Ordinal);
        while (_tokens.TryTake(","))
        {
            labels.Add(_tokens.Label());
        }

        _tokens.Expect(")");
        return new(metric, metricNamespace, [.. labels]);
    }

    private ImmutableArray<InsightsCondition> Conditions()
    {
        var conditions = ImmutableArray.CreateBuilder<InsightsCondition>();
        if (_tokens.TryTake("WHERE"))
        {
            do
            {
                conditions.Add(Condition());
            }
            while (_tokens.TryTake("AND"));
        }

        return conditions.ToImmutable();
    }

    private InsightsCondition Condition()
    {
        var label = _tokens.Label();
        var isNegated = _tokens.TryTake("!=");
        if (!isNegated && !_tokens.TryTake("="))
        {
            throw _tokens.Expected("= or !=");
        }

        return _tokens.Next.Kind switch
        {
            InsightsTokenKind.Value => new(label, _tokens.Take().Text, isNegated),
            InsightsTokenKind.Word or InsightsTokenKind.QuotedName => throw InsightsErrors.ComparesNames(_tokens.Next),
            _ => throw _tokens.Expected("a value in single quotation marks"),
        };
    }

    private ImmutableArray<string> Labels()
    {
        if (!_tokens.TryTake("GROUP"))
        {
            return [];
        }

        _tokens.Expect("BY");
        var labels = new List<string> { _tokens.Label() };
        while (_tokens.TryTake(","))
        {
            labels.Add(_tokens.Label());
        }

        return [.. labels.Distinct()];
    }

    // The default is ASC.
    private InsightsOrder? Order()
    {
        if (!_tokens.TryTake("ORDER"))
        {
            return null;
        }

        _tokens.Expect("BY");
        var function = Function();
        _tokens.Expect("(");
        _tokens.Expect(")");
        var isDescending = _tokens.TryTake("DESC");
        _ = !isDescending && _tokens.TryTake("ASC");
        return new(function, isDescending);
    }

    private int? Limit()
    {
        if (!_tokens.TryTake("LIMIT"))
        {
            return null;
        }

        var given = _tokens.Next;
        if (given.Kind != InsightsTokenKind.Word
            || !int.TryParse(given.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            || limit is < 1 or > MaxLimit)
        {
            throw _tokens.Expected($"a number from 1 to {MaxLimit}");
        }

        _tokens.Take();
        return limit;
    }

    // AWS's page on alarms ends its queries with a semicolon.
    private void RequireEnd()
    {
        _tokens.TryTake(";");
        if (_tokens.Next.Kind != InsightsTokenKind.End)
        {
            throw _tokens.Expected("the end of the query");
        }
    }
}
