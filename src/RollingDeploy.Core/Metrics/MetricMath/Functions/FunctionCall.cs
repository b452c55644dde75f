using RollingDeploy.Core.Metrics.MetricMath.Syntax;

namespace RollingDeploy.Core.Metrics.MetricMath.Functions;

/// <summary>Reads the arguments of a call. An argument that has not the required type is an error.</summary>
internal readonly struct FunctionCall(CallNode node, MathContext context)
{
    public MathContext Context => context;

    public CallNode Node => node;

    public int Position => node.Position;

    public bool Has(int index) => index < node.Children.Count;

    public MathValue Value(int index) => node.Children[index].Evaluate(context);

    public double Scalar(int index) =>
        Value(index) is var value && value is ScalarValue scalar ? scalar.Value : throw Refuse(value, index);

    public TimeSeries Series(int index) =>
        Value(index) is var value && value is TimeSeries series ? series : throw Refuse(value, index);

    /// <summary>Returns an array, which must not contain scalars.</summary>
    public IReadOnlyList<TimeSeries> Array(int index) =>
        Value(index) is var value && value is SeriesList list ? Array(list, index) : throw Refuse(value, index);

    /// <summary>Maps a series to a series, and an array to an array.</summary>
    public MathValue MapSeries(int index, Func<TimeSeries, TimeSeries> map) => Value(index) switch
    {
        TimeSeries series => map(series),
        SeriesList list => new SeriesList([.. Array(list, index).Select(map)]),
        var value => throw Refuse(value, index),
    };

    public MathException Refuse(MathValue value, int index) => node.Refuse(value.TypeName, index);

    private IReadOnlyList<TimeSeries> Array(SeriesList list, int index) =>
        list.AsTimeSeries() ?? throw node.Refuse("an array with a scalar in it", index);
}
