using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Metrics;

/// <summary>Data in any order, against the plain sum of a list.</summary>
public sealed class BucketsTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Merge_RandomData_IsThePlainSum(int seed)
    {
        var random = new Random(seed);
        var (store, data) = (new MetricStore(), new List<(int Minute, double Value)>());
        for (var i = 0; i < 3000; i++)
        {
            // Mostly in order, as live data comes; some of it days late.
            // Few values, so that equal ones follow each other.
            data.Add((random.Next(4) == 0 ? random.Next(5000) : i, random.Next(3)));
            store.Add(new Datum(Samples.Errors, "None", Start.AddMinutes(data[^1].Minute), 60, SampleSet.Of(data[^1].Value)),
                Start.AddDays(3));
        }

        for (var i = 0; i < 200; i++)
        {
            var periods = new Periods(Start.AddMinutes(random.Next(-50, 5000)), 60 * random.Next(1, 90), random.Next(1, 20));
            var slots = new SampleSet[periods.Count];
            store.Find(Samples.Errors)!.Merge(periods, null, Start.AddDays(3), slots, withValues: i % 2 == 0);

            slots.Select(slot => slot.Summary.Sum).Should().Equal(Enumerable.Range(0, periods.Count).Select(index => data
                .Where(each => IsWithin(Start.AddMinutes(each.Minute), periods, index))
                .Sum(each => each.Value)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Add_RunsInAnyOrder_AreThoseOfSingleBuckets(int seed)
    {
        var random = new Random(seed);
        var (buckets, singles, plain) = (new Buckets(60), new Buckets(60), new SortedDictionary<long, StatisticSet>());
        for (var i = 0; i < 2000; i++)
        {
            var (second, times) = (60L * random.Next(3000), random.Next(4) == 0 ? random.Next(1, 200) : 1);
            var samples = SampleSet.Of(random.Next(2));
            buckets.Add(second, samples, times);
            for (var at = second; at < second + (60 * times); at += 60)
            {
                singles.Add(at, samples);
                plain[at] = plain.GetValueOrDefault(at).Merge(samples.Summary);
            }
        }

        var groups = plain.Where(each => !(plain.TryGetValue(each.Key - 60, out var before) && before == each.Value)).Count();
        buckets.Runs.Should().Be(groups, "equal buckets beside each other are one run");
        singles.Runs.Should().Be(groups);
        All(buckets).Should().Equal(Enumerable.Range(0, 4000).Select(i => plain.GetValueOrDefault(60L * i)));
        All(singles).Should().Equal(All(buckets));
    }

    // Sums of tenths depend on the order of the additions, so the bits tell how data was aggregated.
    [Theory]
    [InlineData(7)]
    [InlineData(601)]
    [InlineData(100_000)]
    public void Merge_AfterAggregation_DoesNotDependOnWhenItWasDone(int minutes)
    {
        var datum = new Datum(Samples.Errors, "None", Start, 60, SampleSet.Of(0.1, 3));
        var (late, often) = (new MetricStore(), new MetricStore());
        late.Add(datum, Start, minutes);
        for (var i = 0; i < minutes; i++)
        {
            often.Add(datum with { Timestamp = Start.AddMinutes(i) }, Start.AddMinutes(i));
        }

        var now = Start.AddDays(70);
        foreach (var period in new[] { 300, 3600, 86_400 })
        {
            Slots(late, period, now).Should().Equal(Slots(often, period, now));
        }
    }

    private static IEnumerable<StatisticSet> All(Buckets buckets)
    {
        var slots = new SampleSet[4000];
        buckets.Merge(new Periods(DateTimeOffset.UnixEpoch, 60, slots.Length), 0, slots, withValues: true);
        return slots.Select(slot => slot.Summary);
    }

    private static IEnumerable<StatisticSet> Slots(MetricStore store, int period, DateTimeOffset now)
    {
        var slots = new SampleSet[80 * 86_400 / period];
        store.Find(Samples.Errors)!.Merge(new Periods(Start, period, slots.Length), null, now, slots, withValues: true);
        return slots.Select(slot => slot.Summary);
    }

    private static bool IsWithin(DateTimeOffset at, Periods periods, int index) =>
        at >= periods.StartOf(index) && at < periods.StartOf(index + 1);
}
