namespace RollingDeploy.Core.Alarms;

/// <summary>One period of a metric.</summary>
/// <param name="Start">When the period begins.</param>
/// <param name="Value">Its statistic; null where there was no data.</param>
public readonly record struct Datapoint(DateTimeOffset Start, double? Value);

/// <summary>What an evaluation found.</summary>
/// <param name="State">The state that follows.</param>
/// <param name="Evaluated">The points that decided, oldest first; filled ones have no value.</param>
/// <param name="Filled">How many missing points were filled in.</param>
public sealed record Verdict(AlarmState State, IReadOnlyList<Datapoint> Evaluated, int Filled);

/// <summary>M of N with missing data, as CloudWatch's tables have it (cloudwatch.md §3.2). It is pure.</summary>
public static class AlarmEvaluator
{
    /// <summary>Evaluates <paramref name="points"/>, oldest first, which reach further back than N periods.</summary>
    public static Verdict Evaluate(AlarmConfiguration configuration, IReadOnlyList<Datapoint> points, AlarmState present)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(points);
        var (n, m) = (configuration.EvaluationPeriods, configuration.DatapointsToAlarm);
        var real = points.Where(point => point.Value is not null).ToList();
        if (real.Count >= n)
        {
            // Enough is known: missing points are passed over, whatever they count as.
            var last = points.Skip(points.Count - n).ToList();
            var used = last.TrueForAll(point => point.Value is not null) ? last : real.GetRange(real.Count - n, n);
            return new Verdict(Decide(Breaching(configuration, used) >= m), used, 0);
        }

        var filled = n - real.Count;
        var state = real.Count == 0
            ? WithoutData(configuration.TreatMissingData, present)
            : WithSomeData(configuration, points, real, filled, present);
        return new Verdict(state, real, filled);
    }

    private static AlarmState WithoutData(MissingData treatment, AlarmState present) => treatment switch
    {
        MissingData.Breaching => AlarmState.Alarm,
        MissingData.NotBreaching => AlarmState.Ok,
        MissingData.Ignore => present,
        _ => AlarmState.InsufficientData,
    };

    private static AlarmState WithSomeData(
        AlarmConfiguration configuration, IReadOnlyList<Datapoint> points, List<Datapoint> real, int filled, AlarmState present)
    {
        var m = configuration.DatapointsToAlarm;
        var breaching = Breaching(configuration, real);
        return configuration.TreatMissingData switch
        {
            MissingData.Breaching => Decide(breaching + filled >= m),
            MissingData.NotBreaching => Decide(breaching >= m),
            _ when breaching < real.Count => Decide(breaching >= m),
            MissingData.Ignore => present,

            // "Premature alarm": only breaching points exist; it is an alarm when the oldest is at least M periods old.
            _ => points.Count - IndexOf(points, real[0]) >= m ? AlarmState.Alarm : present,
        };
    }

    private static AlarmState Decide(bool alarm) => alarm ? AlarmState.Alarm : AlarmState.Ok;

    private static int Breaching(AlarmConfiguration configuration, List<Datapoint> points) =>
        points.Count(point => configuration.IsBreachedBy(point.Value!.Value));

    private static int IndexOf(IReadOnlyList<Datapoint> points, Datapoint wanted)
    {
        var index = 0;
        while (points[index].Start != wanted.Start)
        {
            index++;
        }

        return index;
    }
}
