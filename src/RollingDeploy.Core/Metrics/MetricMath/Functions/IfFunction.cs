namespace RollingDeploy.Core.Metrics.MetricMath.Functions;

/// <summary>
/// The function <c>IF(condition, a[, b])</c>. For each point of the condition, the result is a if the condition is not 0, and b
/// otherwise (user guide, metric math, using IF expressions). A missing value of a counts as 0. If the value of b is missing, the
/// point is removed.
/// </summary>
internal static class IfFunction
{
    public static MathFunction If { get; } = new("IF", "TS or S, TS or S[, TS or S]", 2, 3, Apply);

    private static MathValue Apply(FunctionCall call)
    {
        var condition = Operand(call, 0);
        var whenTrue = Operand(call, 1);
        var whenFalse = call.Has(2) ? Operand(call, 2) : TimeSeries.Empty(call.Context.Range.PeriodSeconds);
        return condition switch
        {
            TimeSeries series => Choose(series, whenTrue, whenFalse),
            ScalarValue scalar when whenTrue is ScalarValue && whenFalse is ScalarValue => Choose(scalar, whenTrue, whenFalse),
            ScalarValue scalar => AsSeries(Choose(scalar, whenTrue, whenFalse), call),
            _ => throw new InvalidOperationException($"The condition of IF cannot be {condition.TypeName}."),
        };
    }

    private static MathValue Choose(ScalarValue condition, MathValue whenTrue, MathValue whenFalse) =>
        condition.IsMissing ? condition : condition.Value != 0 ? whenTrue : whenFalse;

    // If one of a and b is a series, the result is always a series, so its type does not depend on the data.
    private static TimeSeries AsSeries(MathValue value, FunctionCall call) => value is ScalarValue scalar
        ? call.Context.Range.Dense(call.Context.Range.PeriodSeconds, call.Position, "", _ => scalar.Value)
        : (TimeSeries)value;

    private static MathValue Operand(FunctionCall call, int index) =>
        call.Value(index) is var value && value is not SeriesList ? value : throw call.Refuse(value, index);

    private static TimeSeries Choose(TimeSeries condition, MathValue whenTrue, MathValue whenFalse)
    {
        var builder = new SeriesBuilder(condition.Count);
        for (var i = 0; i < condition.Count; i++)
        {
            var at = condition.Timestamps[i];
            builder.Add(at, condition.Values[i] == 0 ? At(whenFalse, at, double.NaN) : At(whenTrue, at, 0));
        }

        return builder.Build(condition.PeriodSeconds, condition.Label);
    }

    private static double At(MathValue value, long at, double ifMissing) => value switch
    {
        TimeSeries series => series.At(at) is var found && double.IsNaN(found) ? ifMissing : found,
        ScalarValue scalar => scalar.Value,
        _ => throw new InvalidOperationException($"An argument of IF cannot be {value.TypeName}."),
    };
}
