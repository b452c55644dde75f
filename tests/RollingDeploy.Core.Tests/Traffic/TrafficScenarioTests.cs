using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Tests.Support;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.Tests.Traffic;

/// <summary>The closed loop: traffic, errors, metrics, alarm, rollback.</summary>
public sealed class TrafficScenarioTests
{
    [Fact]
    public void Traffic_WhileRolling_MovesInTheProportionsOfThePlan()
    {
        // Instant fleets and bakes of whole minutes: each minute has one share.
        var world = TestWorld.Instant.Config("v1", 4).Config("v2", 4).Create("v1");
        world.Apply(new PutTraffic(TestWorld.RegionName, "e", new TrafficPattern(10)));
        world.Advance(60).Update("v2", Configs.Rolling("1", wait: 120)).Advance(10 * 60);

        Minutes(world, "v1").Should().Equal(600, 450, 450, 300, 300, 150, 150, 0, 0, 0, 0);
        Minutes(world, "v2").Should().Equal(0, 150, 150, 300, 300, 450, 450, 600, 600, 600, 600);
    }

    [Fact]
    public void Traffic_ShiftedInMidMinute_IsDividedByTheSecond()
    {
        var world = TestWorld.Instant.Config("v1", 2).Config("v2", 2).Create("v1");
        world.Apply(new PutTraffic(TestWorld.RegionName, "e", new TrafficPattern(1)));
        world.Advance(15).Update("v2", Configs.AllAtOnce()).Advance(60);

        (Minutes(world, "v1")[0], Minutes(world, "v2")[0]).Should().Be((15, 45));
    }

    [Fact]
    public void Traffic_OfAnEndpointThatIsDeleted_IsCountedUntilThen()
    {
        var world = TestWorld.Instant.Config("v1", 2).Create("v1");
        world.Apply(new PutTraffic(TestWorld.RegionName, "e", new TrafficPattern(1)));
        world.Advance(75).Apply(new DeleteEndpoint(TestWorld.RegionName, "e"));
        world.Advance(120);

        Minutes(world, "v1")[..3].Should().Equal(60, 15, 0);
    }

    [Fact]
    public void Traffic_OfAModelThatBeginsToFailInMidMinute_IsGoodUntilThen()
    {
        var world = TestWorld.Instant.Config("v1", 2).Create("v1");
        world.Apply(new PutTraffic(TestWorld.RegionName, "e", new TrafficPattern(1)));
        world.Advance(45).Apply(new PutBehavior(TestWorld.RegionName, "m", new ModelBehavior { ErrorRate = 1 }));
        world.Advance(75);

        (Sum(world, "Invocation5XXErrors", "v1", 0, 1), Sum(world, "Invocation5XXErrors", "v1", 1, 1)).Should().Be((15, 60));
    }

    [Fact]
    public void Traffic_OfTenThousandASecond_IsCountedAndNotThrown()
    {
        var world = TestWorld.Instant.Config("v1", 3).Create("v1");
        world.Apply(new PutTraffic(TestWorld.RegionName, "e", new TrafficPattern(10_000)));

        world.Advance(8 * 3600);

        Sum(world, "Invocations", "v1", 0, 8 * 60).Should().Be(8 * 3600 * 10_000.0);
        Read(world, "InvocationsPerInstance", Statistic.Sum, null, 5).Should().BeApproximately(200_000, 1e-3);
        Read(world, "ModelLatency", Statistic.Find("p99")!, null, 5).Should().BeApproximately(12_000, 1);
    }

    [Theory]
    [InlineData("rolling")]
    [InlineData("linear")]
    public void InvocationsPerInstance_WhileTrafficMoves_IsWhatEachInstanceTakes(string policy)
    {
        var world = TestWorld.Instant.Config("v1", 4).Config("v2", 4).Create("v1");
        world.Apply(new PutTraffic(TestWorld.RegionName, "e", new TrafficPattern(10)));

        world.Update("v2", policy is "rolling" ? Configs.Rolling("1", wait: 120) : Configs.Linear("1", wait: 120)).Advance(10 * 60);

        // 600 requests a minute on four instances, whichever fleet they are of and whichever dimensions are asked for.
        foreach (var config in new[] { null, "v1", "v2" })
        {
            Read(world, "InvocationsPerInstance", Statistic.Sum, config, 1).Should().BeApproximately(150, 1e-9);
            Read(world, "InvocationsPerInstance", Statistic.Sum, config, 4).Should().BeApproximately(150, 1e-9);
        }
    }

    [Fact]
    public void Idle_AMinuteWithoutRequests_PublishesZerosAndNoErrorRate()
    {
        var world = TestWorld.Instant.Config("v1", 3).Create("v1");

        world.Advance(180);

        Read(world, "Invocations", Statistic.SampleCount, null, 1).Should().Be(3);
        Read(world, "Invocations", Statistic.Sum, null, 1).Should().Be(0);
        Read(world, "Invocation5XXErrors", Statistic.SampleCount, null, 1).Should().BeNull();
        Read(world, "CPUUtilization", Statistic.Average, null, 1, "/aws/sagemaker/Endpoints").Should().Be(0);
    }

    [Fact]
    public void Idle_AMonth_TakesNoRoom()
    {
        var world = TestWorld.Instant.Config("v1", 3).Create("v1");
        world.Advance(3600);

        world.Advance(14 * 86_400);

        // Six metrics of 20,160 minutes each would be six megabytes. Memory itself also holds what other tests do meanwhile.
        world.Region.Metrics.All.SelectMany(metric => metric.Series).Should().OnlyContain(series => series.Runs <= 2);
        Read(world, "Invocations", Statistic.SampleCount, null, (14 * 1440) + 30).Should().Be(3);
    }

    [Fact]
    public void Traffic_OfAMonth_TakesNoRoom()
    {
        var world = TestWorld.Instant.Config("v1", 3).Create("v1");
        world.Apply(new PutTraffic(TestWorld.RegionName, "e", new TrafficPattern(10)));

        world.Advance(14 * 86_400);

        world.Region.Metrics.All.SelectMany(metric => metric.Series).Should().OnlyContain(series => series.Runs <= 2);
        Read(world, "Invocations", Statistic.Sum, null, 14 * 1439).Should().Be(600);
    }

    [Theory]
    [InlineData("rolling")]
    [InlineData("canary")]
    [InlineData("linear")]
    public void Update_ToAModelThatFails_RollsBackForItsRealReason(string policy)
    {
        var world = Failing(new ModelBehavior { ErrorRate = 0.2 });
        world.Apply(new PutMetricAlarm(TestWorld.RegionName, "errors", ErrorRateAbove(0.01), "{}"));
        world.Apply(new PutTraffic(TestWorld.RegionName, "e", new TrafficPattern(10)));
        var config = policy switch
        {
            "rolling" => Configs.Rolling("1", wait: 300),
            "canary" => Configs.Canary("1", wait: 300),
            _ => Configs.Linear("1", wait: 300),
        };

        world.Update("v2", config.Watching("errors")).ToTheEnd();

        world.Deployment.Status.Should().Be(DeploymentStatus.RolledBack);
        world.Endpoint.FailureReason.Should().Contain("errors");
        (world.Endpoint.ConfigName, world.Endpoint.Status).Should().Be(("v1", EndpointStatus.InService));

        // A third of the traffic, of which a fifth fails.
        var rate = Read(world, "Invocation5XXErrors", Statistic.Average, "v2", 0);
        rate.Should().BeApproximately(0.2, 1e-9);
    }

    [Fact]
    public void Update_ErrorsBeginAfterSomeTime_TripsThen()
    {
        var world = Failing(new ModelBehavior { ErrorRate = 1, ErrorsAfterSeconds = 600 });
        world.Apply(new PutMetricAlarm(TestWorld.RegionName, "errors", ErrorRateAbove(0.01), "{}"));
        world.Apply(new PutTraffic(TestWorld.RegionName, "e", new TrafficPattern(10)));

        world.Update("v2", Configs.Rolling("1", wait: 300).Watching("errors")).ToTheEnd();

        var seconds = (world.Journal.First(entry => entry.Event == "alarmTripped").Time - world.Deployment.StartedAt).TotalSeconds;
        seconds.Should().BeInRange(600, 720);
    }

    [Fact]
    public void Update_ErrorsBeyondOneInstance_TripsInTheSecondBatch()
    {
        var world = Failing(new ModelBehavior { ErrorRate = 1, ErrorsBeyondInstances = 1 });
        world.Apply(new PutMetricAlarm(TestWorld.RegionName, "errors", ErrorRateAbove(0.01), "{}"));
        world.Apply(new PutTraffic(TestWorld.RegionName, "e", new TrafficPattern(10)));

        world.Update("v2", Configs.Rolling("1", wait: 300).Watching("errors")).ToTheEnd();

        var seconds = (world.Journal.First(entry => entry.Event == "alarmTripped").Time - world.Deployment.StartedAt).TotalSeconds;
        seconds.Should().BeInRange(300, 480);
    }

    [Fact]
    public void Update_ToAModelThatNeverAnswersItsPing_RollsBack()
    {
        var world = Failing(new ModelBehavior { Ping = PingAnswer.Fail });

        world.Update("v2", Configs.Rolling("1", wait: 300)).ToTheEnd();

        world.Deployment.Status.Should().Be(DeploymentStatus.RolledBack);
        world.Endpoint.FailureReason.Should().Contain("ping health check");
    }

    [Fact]
    public void Update_ToAModelThatStartsSlowly_TakesAsLong()
    {
        var world = Failing(new ModelBehavior { StartupSeconds = 90 });

        world.Update("v2", Configs.Rolling("1", wait: 0)).ToTheEnd();

        (world.Deployment.EndedAt - world.Deployment.StartedAt).Should().Be(TimeSpan.FromSeconds(3 * 90));
    }

    [Fact]
    public void Invoke_WhileRolling_IsSharedWithinSamplingError()
    {
        var world = new TestWorld().Config("v1", 4).Config("v2", 4).Create("v1");
        world.Update("v2", Configs.Rolling("1", wait: 300)).Until("bakeStarted");

        var invocations = Enumerable.Range(0, 4000).Select(_ => world.Apply(new Invoke(TestWorld.RegionName, "e"))).ToList();

        // A quarter of 4,000, and three standard deviations of 27.
        invocations.Count(each => each.Config == "v2").Should().BeInRange(1000 - 82, 1000 + 82);
        world.Advance(60);
        Sum(world, "Invocations", "v2", 0, 3).Should().Be(invocations.Count(each => each.Config == "v2"));
    }

    [Fact]
    public void Invoke_SameSeedAndCommands_GivesTheSameAnswers()
    {
        var (one, other) = (Answers(), Answers());

        one.Should().Equal(other);
        one.Distinct().Count().Should().BeGreaterThan(50, "chance is at work");
    }

    [Theory]
    [InlineData("nobody", null, null, "Endpoint nobody of account 123456789012 not found.")]
    [InlineData("E", null, null, "Endpoint E of account 123456789012 not found.")]
    [InlineData("e", "b", null, "Variant b was not found for endpoint e.")]
    [InlineData("e", null, "c", "Inference Component Name header is not allowed for endpoints to which you dont plan to deploy inference components.*")]
    public void Invoke_WhatIsNotThere_IsAValidationError(string endpoint, string? variant, string? component, string text)
    {
        var world = new TestWorld().Config("v1", 1).Create("v1");

        var invoke =
            () => world.Apply(new Invoke(TestWorld.RegionName, endpoint) { TargetVariant = variant, Component = component });

        invoke.Should().Throw<AwsError>().WithMessage(text).Which.Shape.Should().Be("ValidationError");
    }

    [Fact]
    public void Invoke_BeforeItIsInService_IsNotFound()
    {
        var world = new TestWorld().Config("v1", 1);
        world.Apply(new CreateEndpoint(TestWorld.RegionName, "e", "v1"));

        var invoke = () => world.Apply(new Invoke(TestWorld.RegionName, "e"));

        invoke.Should().Throw<AwsError>().WithMessage("Endpoint e of account 123456789012 not found.");
    }

    // v1 serves m, which is well; v2 serves "bad" on three instances each.
    private static TestWorld Failing(ModelBehavior behavior)
    {
        var world = TestWorld.Instant.Config("v1", 3);
        world.Apply(new CreateModel(TestWorld.RegionName, "bad", ["image:bad"], "{}") { Behavior = behavior });
        return world.ConfigOn("ml.m5.large", "v2", 3, "bad").Create("v1");
    }

    private static List<(int, TimeSpan)> Answers()
    {
        var world = Failing(new ModelBehavior { ErrorRate = 0.3, ClientErrorRate = 0.2 })
            .Update("v2", Configs.AllAtOnce())
            .ToTheEnd();
        return [.. Enumerable.Range(0,
            100).Select(_ => world.Apply(new Invoke(TestWorld.RegionName, "e"))).Select(each => (each.Status, each.Latency))];
    }

    private static AlarmConfiguration ErrorRateAbove(double threshold) => Samples.Alarm with
    {
        Source = new SingleMetric(new MetricStat(
            new MetricId("AWS/SageMaker", "Invocation5XXErrors", [new("EndpointName", "e"), new("VariantName", "a")]), null, Statistic.Average, 60)),
        Threshold = threshold,
        TreatMissingData = MissingData.NotBreaching,
    };

    private static double[] Minutes(TestWorld world, string config) =>
        [.. Enumerable.Range(0, 11).Select(minute => Sum(world, "Invocations", config, minute, 1))];

    private static double Sum(TestWorld world, string metric, string config, int minute, int count) =>
        Slot(world, "AWS/SageMaker", metric, config, minute, count).Summary.Sum;

    private static double? Read(
        TestWorld world, string metric, Statistic statistic, string? config, int minute, string metricNamespace = "AWS/SageMaker") =>
        statistic.Of(Slot(world, metricNamespace, metric, config, minute, 1));

    private static SampleSet Slot(TestWorld world, string metricNamespace, string metric, string? config, int minute, int count)
    {
        Dimension[] dimensions = [new("EndpointName", "e"), new("VariantName", "a")];
        var id = new MetricId(metricNamespace, metric, config is null ? dimensions : [.. dimensions, new("EndpointConfigName", config)]);
        return world.Region.Metrics.Sum(
            id, null, new Periods(world.World.Settings.Start.AddMinutes(minute), 60 * count, 1), world.World.Now);
    }
}
