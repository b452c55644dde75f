using System.Buffers;
using RollingDeploy.Core.Metrics.MetricMath;

namespace RollingDeploy.Core.Metrics.Insights;

/// <summary>
/// Evaluates a query. The groups are read one after the other into the same buffer, and only the series that can still be part of
/// the result are kept.
/// </summary>
/// <param name="query">The query.</param>
/// <param name="periods">The periods of the result.</param>
/// <param name="oldest">The time of the oldest data to read, in whole minutes. A period that began before it is read in part.</param>
/// <param name="now">The current virtual time.</param>
internal sealed class InsightsReader(InsightsQuery query, Periods periods, DateTimeOffset oldest, DateTimeOffset now)
{
    // The quotas are from the user guide, Metrics Insights quotas.
    private const int MostMetrics = 10_000;
    private const int MostSeries = 500;

    private readonly int _limit = query.Limit ?? MostSeries;
    private readonly List<Ranked> _found = [];
    private InsightsLimits _reached;
    private int _series;

    private readonly record struct Ranked(InsightsGroup Group, TimeSeries Series, double Rank);

    public InsightsResult Read(MetricStore store)
    {
        _reached = periods.Start < oldest ? InsightsLimits.TimeRange : InsightsLimits.None;
        var groups = GroupsOf(store);
        groups.Sort(static (one, other) => one.CompareTo(other));
        ReadAll(groups);
        Trim();
        _reached |= query.Limit is null && _series > MostSeries ? InsightsLimits.Series : InsightsLimits.None;
        return new([.. _found.Select(Write)], _reached);
    }

    private List<InsightsGroup> GroupsOf(MetricStore store)
    {
        var found = new Dictionary<string?[], InsightsGroup>(new InsightsGroup.ValueComparer());
        var (values, metrics) = (new string?[query.GroupBy.Length], 0);
        if (!query.IsGrouped)
        {
            found.Add(values, new(values));
        }

        foreach (var metric in store.Named(query.Source.Namespace, query.Source.MetricName))
        {
            if (!query.Matches(metric.Id) || metric.NewestAt(now) is null)
            {
                continue;
            }

            if (++metrics > MostMetrics)
            {
                _reached |= InsightsLimits.Metrics;
                break;
            }

            for (var i = 0; i < values.Length; i++)
            {
                values[i] = InsightsLabel.In(metric.Id.Dimensions, query.GroupBy[i]);
            }

            if (!found.TryGetValue(values, out var group))
            {
                string?[] copy = [.. values];
                found.Add(copy, group = new(copy));
            }

            group.Metrics.Add(metric);
        }

        return [.. found.Values];
    }

    private void ReadAll(List<InsightsGroup> groups)
    {
        var buffer = ArrayPool<SampleSet>.Shared.Rent(periods.Count);
        var slots = buffer.AsSpan(0, periods.Count);
        foreach (var group in groups)
        {
            slots.Clear();
            Merge(group, slots);
            var series = SeriesOf(slots);

            // A group without data has no time series. Without GROUP BY, there is always one.
            if (series.Count > 0 || !query.IsGrouped)
            {
                Add(group, series);
            }
        }

        ArrayPool<SampleSet>.Shared.Return(buffer);
    }

    private void Merge(InsightsGroup group, Span<SampleSet> slots)
    {
        var skipped = (int)Math.Clamp(
            Math.Ceiling((oldest - periods.Start).TotalSeconds / periods.LengthInSeconds), 0, periods.Count);
        var whole = new Periods(periods.StartOf(skipped), periods.LengthInSeconds, periods.Count - skipped);
        var rest = (int)(whole.Start - oldest).TotalSeconds;
        foreach (var metric in group.Metrics)
        {
            metric.Merge(whole, null, now, slots[skipped..], withValues: false);
            if (skipped > 0 && rest > 0 && rest < periods.LengthInSeconds)
            {
                metric.Merge(new(oldest, rest, 1), null, now, slots.Slice(skipped - 1, 1), withValues: false);
            }
        }
    }

    private TimeSeries SeriesOf(ReadOnlySpan<SampleSet> slots)
    {
        var count = 0;
        foreach (ref readonly var slot in slots)
        {
            count += slot.Summary.IsEmpty ? 0 : 1;
        }

        var builder = new SeriesBuilder(count);
        for (var i = 0; i < slots.Length && count > 0; i++)
        {
            if (!slots[i].Summary.IsEmpty)
            {
                builder.Add(periods.StartOf(i).ToUnixTimeSeconds(), query.Function.Of(slots[i].Summary));
            }
        }

        return builder.Build(periods.LengthInSeconds, "");
    }

    // Without ORDER BY, the groups come in their final order. With it, the list is sorted and cut now and then.
    private void Add(InsightsGroup group, TimeSeries series)
    {
        _series++;
        if (query.Order is null && _found.Count == _limit)
        {
            return;
        }

        var rank = query.Order is { } order && series.Count > 0 ? order.Function.Rank(series.Values) : 0;
        _found.Add(new(group, series, rank));
        if (_found.Count > 2 * _limit)
        {
            Trim();
        }
    }

    private void Trim()
    {
        if (query.Order is not null)
        {
            _found.Sort(Compare);
        }

        if (_found.Count > _limit)
        {
            _found.RemoveRange(_limit, _found.Count - _limit);
        }
    }

    private int Compare(Ranked one, Ranked other)
    {
        var order = query.Order!.IsDescending ? other.Rank.CompareTo(one.Rank) : one.Rank.CompareTo(other.Rank);
        return order != 0 ? order : one.Group.CompareTo(other.Group);
    }

    // Observed on AWS: with ORDER BY, a label begins with its place, as in "1 - endpoint-a variant-b".
    private InsightsSeries Write(Ranked found, int index)
    {
        var labels = found.Group.Labels(query.GroupBy);
        var text = string.Join(' ', labels.Select(label => label.Value));
        return new(labels, found.Series.Named(query.IsOrdered && query.IsGrouped ? $"{index + 1} - {text}" : text));
    }
}
