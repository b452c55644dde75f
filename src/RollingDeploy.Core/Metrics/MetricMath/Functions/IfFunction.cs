namespace RollingDeploy.Core.Metrics.MetricMath.Functions;

/// <summary>
/// <c>IF(condition, a[, b])</c>: at each point of the condition, a where it is not 0 and b where it is (AWS's page, Using IF
/// expressions). Where a has no value it counts as 0; where b has none the point is dropped.
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
            _ => throw new InvalidOperationException($"No condition of IF: {condition.TypeName}."),
        };
    }

    private static MathValue Choose(ScalarValue condition, MathValue whenTrue, MathValue whenFalse) =>
        condition.IsMissing ? condition : condition.Value != 0 ? whenTrue : whenFalse;

    // With a scalar and a series to choose from, the result is a series whichever it is: its type does not hang on the data.
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
        _ => throw new InvalidOperationException($"No operand of IF: {value.TypeName}."),
    };
}
