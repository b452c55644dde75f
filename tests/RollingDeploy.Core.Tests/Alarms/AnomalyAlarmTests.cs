using System.Collections.Immutable;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Metrics.Queries;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Alarms;

/// <summary>Alarms on what is unusual: beyond the mean of the last two weeks by two standard deviations.</summary>
public sealed class AnomalyAlarmTests
{
    // Minutes of 8 and 12 in turn: a mean of 10 and a deviation of 2, so a band from 6 to 14.
    [Theory]
    [InlineData(ComparisonOperator.LessThanLowerOrGreaterThanUpperThreshold, 15, true)]
    [InlineData(ComparisonOperator.LessThanLowerOrGreaterThanUpperThreshold, 5, true)]
    [InlineData(ComparisonOperator.LessThanLowerOrGreaterThanUpperThreshold, 13, false)]
    [InlineData(ComparisonOperator.LessThanLowerThreshold, 15, false)]
    [InlineData(ComparisonOperator.LessThanLowerThreshold, 5, true)]
    [InlineData(ComparisonOperator.GreaterThanUpperThreshold, 15, true)]
    [InlineData(ComparisonOperator.GreaterThanUpperThreshold, 5, false)]
    public void Evaluation_AfterAnUnusualMinute_GoesIntoAlarm(ComparisonOperator comparison, double value, bool isAlarm)
    {
        var world = Trained(minutes: 60);
        Put(world, comparison);

        world.Apply(Samples.Put(value));
        world.Advance(60);

        world.Region.Alarms.Find("a")!.State.Should().Be(isAlarm ? AlarmState.Alarm : AlarmState.Ok);
    }

    [Fact]
    public void Evaluation_OutsideTheBand_SaysWhichThresholds()
    {
        var world = Trained(minutes: 60);
        Put(world, ComparisonOperator.LessThanLowerOrGreaterThanUpperThreshold);
        world.Apply(Samples.Put(15));
        world.Advance(60);

        var reason = world.Region.Alarms.Find("a")!.Current.Reason;

        reason.Should().StartWith("Thresholds Crossed: 1 out of the last 1 datapoints [15.0 (01/01/26 01:00:00)] was less than the lower thresholds [6.")
            .And.Contain("] or greater than the upper thresholds [1").And.EndWith("(minimum 1 datapoint for OK -> ALARM transition).");
    }

    [Fact]
    public void Evaluation_NothingToLearnFrom_KnowsTooLittle()
    {
        var world = Trained(minutes: 2);
        Put(world, ComparisonOperator.GreaterThanUpperThreshold);

        world.Apply(Samples.Put(1000));
        world.Advance(60);

        world.Region.Alarms.Find("a")!.State.Should().Be(AlarmState.InsufficientData);
    }

    private static TestWorld Trained(int minutes)
    {
        var world = new TestWorld();
        for (var minute = 0; minute < minutes; minute++)
        {
            world.Apply(Samples.Put(minute % 2 == 0 ? 8 : 12));
            world.Advance(60);
        }

        return world;
    }

    private static void Put(TestWorld world, ComparisonOperator comparison)
    {
        ImmutableArray<MetricQuery> queries = [new("m1", Samples.Stat, null), new("band", null, "ANOMALY_DETECTION_BAND(m1, 2)")];
        var configuration =
            Samples.Alarm with { Source = new MetricMathSource(queries, "m1", "band"), Threshold = null, Comparison = comparison };
        world.Apply(new PutMetricAlarm(TestWorld.RegionName, "a", configuration, "{}"));
    }
}
