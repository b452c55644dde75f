using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Metrics;

/// <summary>What is kept for how long (user guide, metrics retention).</summary>
public sealed class RetentionTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 3 * 60, true)]
    [InlineData(1, (3 * 60) + 1, false)]
    [InlineData(60, (3 * 60) + 1, true)]
    [InlineData(60, 15 * 1440, true)]
    [InlineData(60, (15 * 1440) + 1, false)]
    [InlineData(300, (15 * 1440) + 1, true)]
    [InlineData(300, (63 * 1440) + 1, false)]
    [InlineData(3600, (63 * 1440) + 1, true)]
    [InlineData(3600, (455 * 1440) + 1, false)]
    public void Sum_AfterMinutes_HoldsWhatIsKeptAtThatPeriod(int period, int minutes, bool isKept)
    {
        foreach (var isTidied in (bool[])[false, true])
        {
            var (store, now) = (new MetricStore(), Start.AddMinutes(minutes));
            store.Add(new Datum(Samples.Errors, "None", Start, 1, SampleSet.Of(7)), Start);
            if (isTidied)
            {
                // Another metric's datum tidies one metric, in turn.
                var other = new Datum(new MetricId("n", "other", []), "None", now, 60, SampleSet.Of(1));
                store.Add(other, now);
                store.Add(other, now);
            }

            var sum = store.Sum(Samples.Errors, null, new Periods(Start, period, 1), now);

            sum.Summary.Sum.Should().Be(isKept ? 7 : 0, "tidied or not ({0}), a reader sees the same", isTidied);
        }
    }

    [Fact]
    public void Add_LongAfterAMetricFellSilent_ForgetsIt()
    {
        var (store, other) = (new MetricStore(), new MetricId("n", "other", []));
        store.Add(new Datum(Samples.Errors, "None", Start, 1, SampleSet.Of(7)), Start);

        foreach (var day in (int[])[0, 500, 500])
        {
            store.Add(new Datum(other, "None", Start.AddDays(day), 60, SampleSet.Of(1)), Start.AddDays(day));
        }

        store.All.Select(metric => metric.Id).Should().Equal(other);
    }

    [Theory]
    [InlineData(60, 0, "00:05:00")]
    [InlineData(60, 14, "00:05:00")]
    [InlineData(60, 16, "00:05:00")]
    [InlineData(60, 64, "00:00:00")]
    [InlineData(10, 0, "00:05:50")]
    public void RoundStart_OfAnAge_RoundsDown(int period, int days, string expected)
    {
        var start = Start.AddMinutes(5).AddSeconds(days == 0 && period == 10 ? 57 : 42);

        var rounded = Retention.RoundStart(start, start.AddDays(days), period);

        rounded.ToString("HH:mm:ss", null).Should().Be(expected);
    }
}
