using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Previews;

/// <summary>Each warning has a case that raises it, and a near miss that does not.</summary>
public sealed class WarningTests
{
    private const string Errors = "Invocation5XXErrors";

    private static readonly DeploymentConfig Rolling = Configs.Rolling("1", wait: 300).Watching("bad");

    // An alarm for which there is nothing to warn of.
    private static readonly AlarmConfiguration Fine = AlarmOn(Errors, "v2");

    [Fact]
    public void Of_AnUpdateThatIsFine_AreNone() => Warnings(With(Fine), Rolling).Should().BeEmpty();

    [Theory]
    [InlineData(1300, true)]
    [InlineData(2000, false)]
    public void Of_ATimeout_SayWhetherItSuffices(int timeout, bool warns) => Expect(
        Warnings(With(Fine, size: 4), Configs.Rolling("1", wait: 400, timeout: timeout).Watching("bad")), warns,
        "timeoutTooShort: DeploymentConfig.RollingUpdatePolicy.MaximumExecutionTimeoutInSeconds");

    [Theory]
    [InlineData(PingAnswer.Fail, true)]
    [InlineData(PingAnswer.Ok, false)]
    public void Of_AModel_SayWhetherItStarts(PingAnswer ping, bool warns)
    {
        var world = With(Fine);
        world.Apply(new PutBehavior(TestWorld.RegionName, "m", new ModelBehavior { Ping = ping }));

        Expect(Warnings(world, Rolling), warns, "deploymentFails: EndpointConfigName");
    }

    [Theory]
    [InlineData("ml.inf1.xlarge", true)]
    [InlineData("ml.inf2.xlarge", false)]
    public void Of_AnExclusion_SayThatTheConfigurationIsIgnored(string type, bool warns)
    {
        var world = new TestWorld().ConfigOn(type, "v1").ConfigOn(type, "v2").Create("v1");
        world.Apply(new PutMetricAlarm(TestWorld.RegionName, "bad", Fine, "{}"));

        Expect(Warnings(world, Rolling), warns, "configurationIgnored: DeploymentConfig");
    }

    [Theory]
    [InlineData("20%", true)]
    [InlineData("50%", false)]
    public void Of_APercentage_SayThatItIsOneInstance(string size, bool warns) => Expect(
        Warnings(With(Fine, size: 2), Configs.Rolling(size, wait: 300).Watching("bad")), warns,
        "percentRoundsToOneInstance: DeploymentConfig.RollingUpdatePolicy.MaximumBatchSize");

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, false)]
    public void Of_Waits_SayThatThereAreNone(int wait, bool warns) => Expect(
        Warnings(With(Fine), Configs.Rolling("1", wait).Watching("bad")), warns,
        "alarmsNeverWatched: DeploymentConfig.AutoRollbackConfiguration.Alarms");

    [Theory]
    [InlineData(301, true)]
    [InlineData(300, false)]
    public void Of_APeriod_SayWhetherItFitsIntoAWait(int period, bool warns) => Expect(
        Warnings(With(Fine with { Source = Metric(Errors, "v2", period) }), Rolling), warns, "periodLongerThanBake: alarm bad: Period");

    [Fact]
    public void Of_TwoDatapoints_CountBothPeriods() => Expect(
        Warnings(With(Fine with { EvaluationPeriods = 3, DatapointsToAlarm = 3, Source = Metric(Errors, "v2", 120) }), Rolling),
        true,
        "periodLongerThanBake: alarm bad: Period");

    [Theory]
    [InlineData(null, "alarmWatchesOldFleetToo: alarm bad: Dimensions")]
    [InlineData("v1", "alarmWatchesOldFleetOnly: alarm bad: Dimensions")]
    [InlineData("v2", null)]
    public void Of_AMetric_SayWhichFleetItIsOf(string? config, string? warning) =>
        Expect(Warnings(With(AlarmOn(Errors, config)), Rolling), warning is not null, warning ?? "alarmWatchesOldFleet");

    [Theory]
    [InlineData(Errors, ComparisonOperator.GreaterThanThreshold, 1, true)]
    [InlineData(Errors, ComparisonOperator.GreaterThanThreshold, 0.99, false)]
    [InlineData(Errors, ComparisonOperator.GreaterThanOrEqualToThreshold, 1.01, true)]
    [InlineData(Errors, ComparisonOperator.GreaterThanOrEqualToThreshold, 1, false)]
    [InlineData("ModelLatency", ComparisonOperator.GreaterThanThreshold, 100_000, false)]
    [InlineData("ModelLatency", ComparisonOperator.LessThanThreshold, 0, true)]
    [InlineData("ModelLatency", ComparisonOperator.LessThanThreshold, 1, false)]
    public void Of_AThreshold_SayWhetherItCanBeReached(
        string metric, ComparisonOperator comparison, double threshold, bool warns) => Expect(
        Warnings(With(AlarmOn(metric, "v2") with { Comparison = comparison, Threshold = threshold }), Rolling), warns,
        "thresholdOutOfReach: alarm bad: Threshold");

    [Fact]
    public void Of_ASum_SayNothingAboutItsThreshold() => Expect(
        Warnings(With(Fine with { Source = Metric(Errors, "v2", 60, Statistic.Sum), Threshold = 5 }), Rolling), false,
        "thresholdOutOfReach");

    [Theory]
    [InlineData(AlarmState.Alarm, true)]
    [InlineData(AlarmState.InsufficientData, false)]
    public void Of_AnAlarm_SayThatItIsInAlarm(AlarmState state, bool warns) =>
        Expect(Warnings(With(Fine).SetAlarm("bad", state), Rolling), warns, "alarmInAlarm: alarm bad: StateValue");

    [Theory]
    [InlineData(MissingData.Breaching, ComparisonOperator.GreaterThanThreshold, false, "missingDataAlwaysTrips: alarm bad: TreatMissingData")]
    [InlineData(MissingData.Breaching, ComparisonOperator.GreaterThanThreshold, true, null)]
    [InlineData(MissingData.NotBreaching, ComparisonOperator.GreaterThanThreshold, false, null)]
    [InlineData(MissingData.NotBreaching, ComparisonOperator.LessThanThreshold, false, "missingDataNeverTrips: alarm bad: TreatMissingData")]
    [InlineData(MissingData.NotBreaching, ComparisonOperator.LessThanThreshold, true, null)]
    public void Of_MissingData_SayWhatItDecides(MissingData treated, ComparisonOperator comparison, bool hasData, string? warning)
    {
        var alarm = Fine with { TreatMissingData = treated, Comparison = comparison, Threshold = 0.5 };
        var world = With(alarm);
        if (hasData)
        {
            var metric = ((SingleMetric)alarm.Source).Stat.Metric;
            world.Apply(new PutMetricData(TestWorld.RegionName, [new(metric, "None", null, 60, SampleSet.Of(0))]));
            world.Advance(60);
        }

        Expect(Warnings(world, Rolling), warning is not null, warning ?? "missingData");
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Of_Capacity_SayWhetherItSuffices(int available, bool warns) => Expect(
        Warnings(With(Fine).Quota(null, available), Rolling), warns, "capacityTooSmall: capacity of ml.m5.large");

    [Theory]
    [InlineData(4, 8, 3, true)]
    [InlineData(1, 8, 4, true)]
    [InlineData(1, 8, 3, false)]
    public void Of_AutoScaling_SayWhetherItInterferes(int least, int most, int next, bool warns)
    {
        var world = With(Fine, size: 3, next: next);
        world.Apply(new RegisterScalableTarget(TestWorld.RegionName, new("endpoint/e/variant/a", VariantInstances.Name))
        {
            MinCapacity = least,
            MaxCapacity = most,
        });
        world.ToTheEnd();

        Expect(Warnings(world, Rolling), warns, "autoScalingInterferes: InitialInstanceCount of variant a");
    }

    private static TestWorld With(AlarmConfiguration alarm, int size = 3, int? next = null)
    {
        var world = new TestWorld().Endpoints(size, next);
        world.Apply(new PutMetricAlarm(TestWorld.RegionName, "bad", alarm, "{}"));
        return world;
    }

    private static AlarmConfiguration AlarmOn(string metric, string? config) => new()
    {
        Source = Metric(metric, config, 60),
        EvaluationPeriods = 1,
        DatapointsToAlarm = 1,
        Threshold = 0.05,
        Comparison = ComparisonOperator.GreaterThanThreshold,
        TreatMissingData = MissingData.NotBreaching,
    };

    private static SingleMetric Metric(string name, string? config, int period, Statistic? statistic = null)
    {
        Dimension[] dimensions = [new("EndpointName", "e"), new("VariantName", "a")];
        return new(new(
            new MetricId("AWS/SageMaker", name, config is null ? dimensions : [.. dimensions, new("EndpointConfigName", config)]),
            null, statistic ?? Statistic.Average, period));
    }

    private static IReadOnlyList<string> Warnings(TestWorld world, DeploymentConfig config) =>
        [.. PreviewTests.Preview(world, config).Warnings.Select(warning => $"{warning.Kind}: {warning.Field}")];

    private static void Expect(IReadOnlyList<string> warnings, bool warns, string warning)
    {
        if (warns)
        {
            warnings.Should().Contain(warning);
        }
        else
        {
            warnings.Should().NotContain(each => each.StartsWith(warning, StringComparison.Ordinal));
        }
    }
}
