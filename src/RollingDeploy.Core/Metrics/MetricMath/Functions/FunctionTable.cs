using System.Collections.Frozen;

namespace RollingDeploy.Core.Metrics.MetricMath.Functions;

/// <summary>All functions of metric math by name. Names are in upper case.</summary>
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

    // RollingDeploy does not support functions for data of other services, and the newest form of queries.
    private static readonly FrozenDictionary<string, string> Absent = new Dictionary<string, string>
    {
        ["DB_PERF_INSIGHTS"] = "it reads Performance Insights of a database",
        ["INSIGHT_RULE_METRIC"] = "it reads a rule of Contributor Insights",
        ["LAMBDA"] = "it calls a connector of another data source",
        ["SERVICE_QUOTA"] = "it reads Service Quotas",
    }.ToFrozenDictionary();

    /// <summary>Returns the function with this name. For an unknown name, the error has AWS's text.</summary>
    public static MathFunction Find(string name, int position) =>
        All.GetValueOrDefault(name)
        ?? throw (Absent.TryGetValue(name, out var why)
            ? new MathException($"Function '{name}' is not supported here: {why}", position)
            : new MathException($"Function '{name}' not found", position));
}
