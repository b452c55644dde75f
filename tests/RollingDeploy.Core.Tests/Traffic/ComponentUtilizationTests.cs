using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Tests.InferenceComponents;
using RollingDeploy.Core.Tests.Support;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.Tests.Traffic;

/// <summary>How busy instances are that host inference components, and their copies: instances of 2 vCPU and 8 GiB.</summary>
public sealed class ComponentUtilizationTests
{
    private static readonly Dimension[] OfVariant = [new("EndpointName", "e"), new("VariantName", "a")];
    private static readonly Dimension[] OfComponent = [new("InferenceComponentName", "c")];

    [Fact]
    public void MemoryReservation_OfCopies_IsASampleOfEachInstance()
    {
        var world = new ComponentWorld().Create(10);

        // Eight copies fill the first instance, and two are on the second.
        Minute(world, "MemoryReservation").Summary.Should().Be(new StatisticSet(2, 125, 25, 100));
    }

    [Fact]
    public void Utilization_OfACopyThatIsBusy_IsMeasuredByWhatIsReservedAndByTheInstance()
    {
        var world = Busy(new CopyNeeds(1, 0, 1024), requestsPerSecond: 1);

        // One of two vCPUs of one of two instances is reserved, and half of it works.
        Minute(world, "CPUReservation").Summary.Should().Be(new StatisticSet(2, 50, 0, 50));
        Minute(world, "CPUUtilizationNormalized").Summary.Should().Be(new StatisticSet(2, 25, 0, 25));
        Minute(world, "CPUUtilization").Summary.Should().Be(new StatisticSet(2, 50, 0, 50));
        OfCopies(world, "CPUUtilizationNormalized").Summary.Should().Be(StatisticSet.Of(50));
    }

    [Fact]
    public void Utilization_OfACopyWithoutReservedVCpus_IsMeasuredByTheInstance()
    {
        var world = Busy(new CopyNeeds(0, 0, 1024), requestsPerSecond: 1);

        OfCopies(world, "CPUUtilizationNormalized").Summary.Should().Be(StatisticSet.Of(25));
    }

    [Fact]
    public void Utilization_BeyondWhatThereIs_IsFull()
    {
        var world = Busy(new CopyNeeds(1, 0, 1024), requestsPerSecond: 100);

        OfCopies(world, "CPUUtilizationNormalized").Summary.Should().Be(StatisticSet.Of(100));
    }

    [Fact]
    public void Names_WithoutAccelerators_AreThoseOfTheDeveloperGuide()
    {
        var world = new ComponentWorld().Create(1);

        Minute(world, "DiskUtilization").Summary.SampleCount.Should().Be(2);

        Names(world, "/aws/sagemaker/Endpoints").Should().BeEquivalentTo(
            "CPUUtilization", "MemoryUtilization", "DiskUtilization",
            "CPUUtilizationNormalized", "MemoryUtilizationNormalized", "CPUReservation", "MemoryReservation");
        Names(world, "/aws/sagemaker/InferenceComponents").Should().BeEquivalentTo("CPUUtilizationNormalized", "MemoryUtilizationNormalized");
    }

    [Fact]
    public void Accelerators_OfCopies_AreReservedAndBusy()
    {
        var world = Busy(new CopyNeeds(0, 1, 1024), requestsPerSecond: 1, instanceType: "ml.g5.12xlarge");

        // One of four.
        Minute(world, "GPUReservation").Summary.Maximum.Should().Be(25);
        Minute(world, "GPUUtilizationNormalized").Summary.Maximum.Should().Be(12.5);
        Minute(world, "GPUMemoryUtilizationNormalized").Summary.Maximum.Should().BeGreaterThan(0);
        OfCopies(world, "GPUUtilizationNormalized").Summary.Should().Be(StatisticSet.Of(50));
    }

    [Fact]
    public void Endpoint_WithoutInferenceComponents_ReservesNothing()
    {
        var world = TestWorld.Instant.Config("v1", 2).Create("v1").Advance(120);

        world.Region.Metrics.All.Select(metric => metric.Id.Name).Should().NotContain("CPUReservation").And.Contain("CPUUtilization");
    }

    // A copy that works for half a second on each request.
    private static ComponentWorld Busy(CopyNeeds needs, double requestsPerSecond, string instanceType = "ml.m5.large")
    {
        var world = new ComponentWorld(instanceType: instanceType);
        world.Apply(new PutBehavior(TestWorld.RegionName, "m", new() { LatencyMedianMs = 500, LatencyP99Ms = 500 }));
        world.Begin(1, new SpecificationSet([new Specification("m") { Needs = needs }], "{}")).ToTheEnd();
        world.Endpoints.With(new TrafficPattern(requestsPerSecond));
        return world;
    }

    private static SampleSet OfCopies(ComponentWorld world, string metric) =>
        Minute(world, metric, "/aws/sagemaker/InferenceComponents", OfComponent);

    // The first full minute from now on.
    private static SampleSet Minute(
        ComponentWorld world, string metric, string metricNamespace = "/aws/sagemaker/Endpoints", Dimension[]? dimensions = null)
    {
        var start = world.Endpoints.World.Settings.Start;
        var minute = Math.Ceiling((world.Endpoints.World.Now - start).TotalMinutes);
        world.Advance(180);
        return world.Endpoints.Region.Metrics.Sum(
            new MetricId(metricNamespace, metric, dimensions ?? OfVariant), null, new Periods(start.AddMinutes(minute), 60, 1),
            world.Endpoints.World.Now);
    }

    private static IEnumerable<string> Names(ComponentWorld world, string metricNamespace) => world.Endpoints.Region.Metrics.All
        .Where(metric => metric.Id.Namespace == metricNamespace).Select(metric => metric.Id.Name);
}
