using RollingDeploy.Core.Metrics.MetricMath.Syntax;

namespace RollingDeploy.Core.Metrics.MetricMath.Functions;

/// <summary>
/// A function of metric math: its name, what it takes in the words of AWS's table (S a scalar, TS a time series, TS[] an array
/// of them), how many arguments, and what it does.
/// </summary>
internal sealed record MathFunction(string Name, string Takes, int Fewest, int Most, Func<FunctionCall, MathValue> Apply)
{
    /// <summary>What can be told when the expression is parsed; throws.</summary>
    public Action<CallNode>? Check { get; init; }

    public MathException Refuse(string given, int position) =>
        new($"Function '{Name}' takes ({Takes}), it cannot take {given}", position);
}
