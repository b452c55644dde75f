using RollingDeploy.Core.Metrics.MetricMath.Syntax;

namespace RollingDeploy.Core.Metrics.MetricMath.Functions;

/// <summary>
/// A function of metric math: its name, its arguments as in AWS's table (S for a scalar, TS for a time series, TS[] for an array
/// of time series), the minimum and maximum number of arguments, and its implementation.
/// </summary>
internal sealed record MathFunction(string Name, string Takes, int Fewest, int Most, Func<FunctionCall, MathValue> Apply)
{
    /// <summary>Checks the arguments when the expression is parsed. It throws an exception if they are not valid.</summary>
    public Action<CallNode>? Check { get; init; }

    /// <summary>Whether the result depends on more than the arguments: on the time, on other metrics, or on older data.</summary>
    public bool DependsOnMore { get; init; }

    public MathException Refuse(string given, int position) =>
        new($"Function '{Name}' takes ({Takes}), it cannot take {given}", position);
}
