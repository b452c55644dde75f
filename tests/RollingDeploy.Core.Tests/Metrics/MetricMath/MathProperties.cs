using FsCheck;
using FsCheck.Fluent;
using RollingDeploy.Core.Metrics.MetricMath;
using RollingDeploy.Core.Metrics.MetricMath.Search;

namespace RollingDeploy.Core.Tests.Metrics.MetricMath;

/// <summary>What holds for every expression; the cases are the same every time.</summary>
public sealed class MathProperties
{
    private static readonly Config Thousands =
        Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(3000).WithReplay(1234567, 7654321);

    private static readonly string[] Operators = ["+", "-", "*", "/", "^", "==", "!=", "<=", ">=", "<", ">", "AND", "OR"];

    private static readonly string[] Leaves =
        ["m1", "m2", "m3", "0", "1", "2.5", "-3", "1e300", "METRICS()", "METRICS('2')", "[m1, 5]", "SEARCH('x', 'Sum', 60)"];

    private static readonly string[] OneArgument =
    [
        "ABS", "ANOMALY_DETECTION_BAND", "AVG", "CEIL", "DATAPOINT_COUNT", "DIFF", "DIFF_TIME", "EPOCH", "FIRST", "FLOOR", "HOUR",
        "LAST", "LOG", "LOG10", "MAX", "METRIC_COUNT", "MIN", "MINUTE", "RATE", "REMOVE_EMPTY", "RUNNING_SUM", "STDDEV", "SUM",
        "TIME_SERIES",
    ];

    private static readonly Arbitrary<string> Expressions = Arb.From(Gen.Sized(size => Expression(Math.Min(size, 6))));

    [Fact]
    public void AnyExpression_PrintedAndParsed_IsTheSame() => Prop.ForAll(Expressions, text =>
    {
        var printed = MathExpression.Parse(text).ToString();

        MathExpression.Parse(printed).ToString().Should().Be(printed);
    }).Check(Thousands);

    [Fact]
    public void AnyExpression_Evaluated_GivesFiniteValuesInOrderOrAMathException() => Prop.ForAll(Expressions, text =>
    {
        foreach (var series in SeriesOf(text))
        {
            series.Values.ToArray().Should().NotContain(value => !double.IsFinite(value));
            series.Timestamps.ToArray().Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        }
    }).Check(Thousands);

    [Fact]
    public void AnyExpression_TypeOfItsResult_DoesNotHangOnTheData() => Prop.ForAll(Expressions, text =>
    {
        var plan = MathPlan.Build(["m1", "m2", "m3"], [KeyValuePair.Create("e1", text)]);

        var dry = Refusal(() => plan.DryRun().RequireTimeSeries("e1"));
        var real = Refusal(() => plan.Evaluate(Context()).RequireTimeSeries("e1"));

        real.Should().Be(dry);
    }).Check(Thousands);

    [Fact]
    public void AnyText_Parsed_GivesAnExpressionOrAMathException() => Prop.ForAll<string>(text =>
    {
        Refusal(() => MathExpression.Parse(text ?? ""));
        Refusal(() => SearchExpression.Parse(text ?? ""));
    }).Check(Thousands);

    [Fact]
    public void AnyPieces_PutTogether_GiveAnExpressionOrAMathException()
    {
        string[] pieces = ["m1", "SUM", "(", ")", "[", "]", ",", "'x'", "\"", "-", "AND", "NOT", "=", "{", "}", " ", "5", "."];
        var texts = Arb.From(Gen.ArrayOf(Gen.Elements(pieces)).Select(string.Concat));

        Prop.ForAll(texts, text =>
        {
            Refusal(() => MathExpression.Parse(text));
            Refusal(() => SearchExpression.Parse(text));
        }).Check(Thousands);
    }

    private static Gen<string> Expression(int size)
    {
        if (size == 0)
        {
            return Gen.Elements(Leaves);
        }

        var part = Expression(size / 2);
        return Gen.OneOf(
            Gen.Elements(Leaves),
            part.Select(each => $"(-{each})"),
            from a in part from symbol in Gen.Elements(Operators) from b in part select $"({a} {symbol} {b})",
            from name in Gen.Elements(OneArgument) from argument in part select $"{name}({argument})",
            from a in part from b in part select $"[{a}, {b}]",
            from a in part from b in part from c in part select $"IF({a}, {b}, {c})",
            from a in part from b in part from how in Gen.Elements("REPEAT", "LINEAR", b) select $"FILL({a}, {how})",
            from a in part from key in Gen.Elements("AVG", "MIN", "MAX", "SUM") select $"SORT({a}, {key}, DESC, 2)",
            from a in part from b in part select $"SLICE({a}, {b})");
    }

    private static IEnumerable<TimeSeries> SeriesOf(string text)
    {
        try
        {
            return MathExpression.Parse(text).Evaluate(Context()) switch
            {
                TimeSeries series => [series],
                SeriesList list => list.Items.OfType<TimeSeries>(),
                _ => [],
            };
        }
        catch (MathException)
        {
            return [];
        }
    }

    private static MathContext Context() => new MathContext(Sheet.Range)
    {
        Search = _ => [Sheet.Series("-, 3, 4"), Sheet.Series("")],
        AnomalyBand = (metric, _) => new(metric, metric),
    }.AddMetric("m1", Sheet.Series("1, -2, 0, -, 5"))
        .AddMetric("m2", Sheet.Series("0, -, 7"))
        .AddMetric("m3", Sheet.Series("1e300", period: 300));

    private static string? Refusal(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (MathException problem)
        {
            return problem.Message;
        }
    }
}
