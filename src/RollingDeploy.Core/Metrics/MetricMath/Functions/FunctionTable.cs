using System.Collections.Frozen;

namespace RollingDeploy.Core.Metrics.MetricMath.Functions;

/// <summary>Every function of metric math by its name, which is in capitals.</summary>
internal static class FunctionTable
{
    private static readonly FrozenDictionary<string, MathFunction> All = new[]
    {
        SeriesFunctions.All,
        AggregateFunctions.All,
        ArrayFunctions.All,
        TimeFunctions.All,
        [FillFunction.Fill, IfFunction.If, SearchFunction.Search, AnomalyFunction.AnomalyDetectionBand],
    }.SelectMany(family => family).ToFrozenDictionary(function => function.Name);

    // What AWS computes from data of other services, and its newest form of query, are not here.
    private static readonly FrozenDictionary<string, string> Absent = new Dictionary<string, string>
    {
        ["DB_PERF_INSIGHTS"] = "it reads Performance Insights of a database",
        ["INSIGHT_RULE_METRIC"] = "it reads a rule of Contributor Insights",
        ["LAMBDA"] = "it calls a connector of another data source",
        ["SERVICE_QUOTA"] = "it reads Service Quotas",
    }.ToFrozenDictionary();

    /// <summary>AWS's own words for a name that is none.</summary>
    public static MathFunction Find(string name, int position) =>
        All.GetValueOrDefault(name)
        ?? throw (Absent.TryGetValue(name, out var why)
            ? new MathException($"Function '{name}' is not supported here: {why}", position)
            : new MathException($"Function '{name}' not found", position));
}
