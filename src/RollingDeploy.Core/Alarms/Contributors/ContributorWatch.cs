using System.Buffers;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Metrics.Insights;

namespace RollingDeploy.Core.Alarms.Contributors;

/// <summary>
/// Evaluates an alarm with contributors. Each contributor is in OK or in ALARM, and the alarm is in ALARM while at least one of
/// them is (user guide, create a CloudWatch alarm based on a Metrics Insights query).
/// </summary>
internal sealed class ContributorWatch(Region region, MetricAlarm alarm, Periods periods)
{
    private readonly HashSet<string> _returned = new(StringComparer.Ordinal);
    private readonly List<(AlarmContributor Contributor, Datapoint[] Points)> _waiting = [];

    /// <summary>Evaluates the contributors and then the alarm. It returns whether the state of the alarm has changed.</summary>
    public static bool Evaluate(Region region, MetricAlarm alarm, ContributorReader reader, in Periods periods)
    {
        var result = reader.Read(region, periods);
        alarm.IsPartial = (result.Reached & InsightsLimits.Partial) != 0;
        var watch = new ContributorWatch(region, alarm, periods);
        watch.EvaluateAll(result.Series);
        return watch.EvaluateAlarm(result.Series.Count);
    }

    private void EvaluateAll(IReadOnlyList<InsightsSeries> all)
    {
        var buffer = ArrayPool<Datapoint>.Shared.Rent(periods.Count);
        foreach (var each in all)
        {
            ContributorReader.Write(each.Series, periods, buffer.AsSpan(0, periods.Count));
            EvaluateOne(AlarmContributor.Of(each.Labels), buffer.AsSpan(0, periods.Count));
        }

        ArrayPool<Datapoint>.Shared.Return(buffer);

        // A contributor without a series is in OK, however missing data is treated.
        foreach (var gone in alarm.Contributors.Values.Where(each => !_returned.Contains(each.Contributor.Id)).ToList())
        {
            Enter(gone.Contributor, AlarmState.Ok, ContributorReason.NoData, null);
        }

        // New contributors take the places that are left, in the order of the query.
        foreach (var (contributor, points) in _waiting.Take(ContributorReason.MostInAlarm - alarm.Contributors.Count))
        {
            Enter(contributor, AlarmState.Alarm, points);
        }
    }

    private void EvaluateOne(AlarmContributor contributor, ReadOnlySpan<Datapoint> points)
    {
        // The value Other and a missing label have the same attributes, so they are one contributor.
        if (!_returned.Add(contributor.Id))
        {
            return;
        }

        var present = alarm.Contributors.ContainsKey(contributor.Id) ? AlarmState.Alarm : AlarmState.Ok;
        var state = AlarmEvaluator.Evaluate(alarm.Configuration, points, present);
        if (state == AlarmState.Alarm && present != AlarmState.Alarm)
        {
            _waiting.Add((contributor, points.ToArray()));
        }
        else if (state != present)
        {
            Enter(contributor, state, points);
        }
    }

    private bool EvaluateAlarm(int series)
    {
        var inAlarm = alarm.Contributors.Count;
        var areMore = _waiting.Count > 0 && _waiting.Exists(each => !alarm.Contributors.ContainsKey(each.Contributor.Id));
        var (state, reason) = series == 0
            ? (AlarmEvaluator.WithoutData(alarm.Configuration.TreatMissingData, alarm.State),
                ContributorReason.WithoutSeries(alarm.Configuration.TreatMissingData))
            : (inAlarm > 0 ? AlarmState.Alarm : AlarmState.Ok, ContributorReason.OfAlarm(inAlarm, series, areMore));
        if (state == alarm.State)
        {
            return false;
        }

        AlarmTransition.Enter(region, alarm, state, reason, StateReasonData.OfContributors(region.Now));
        return true;
    }

    private void Enter(AlarmContributor contributor, AlarmState state, ReadOnlySpan<Datapoint> points)
    {
        var evidence = Evidence.Of(alarm.Configuration, points);
        Enter(
            contributor,
            state,
            ContributorReason.OfContributor(alarm.Configuration, evidence, state),
            StateReasonData.Of(alarm.Configuration, evidence, region.Now));
    }

    private void Enter(AlarmContributor contributor, AlarmState state, string reason, string? reasonData)
    {
        var record = new AlarmStateRecord(state, reason, reasonData, region.Now);
        if (state == AlarmState.Alarm)
        {
            alarm.Contributors.Add(contributor.Id, new(contributor, record));
        }
        else
        {
            alarm.Contributors.Remove(contributor.Id);
        }

        region.AlarmHistory.Add(alarm, new ContributorStateUpdate(contributor, record));
        foreach (var action in alarm.Actions.Enabled ? alarm.Actions.On(state).Where(ContributorActions.RunsForContributor) : [])
        {
            region.AlarmHistory.Add(alarm, new ContributorActionExecuted(contributor, action, record));
        }
    }
}
