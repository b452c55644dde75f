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

    private static bool IsWithin(DateTimeOffset at, Periods periods, int index) =>
        at >= periods.StartOf(index) && at < periods.StartOf(index + 1);
}
