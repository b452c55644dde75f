using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Tests.Support;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.Tests;

/// <summary>Each use of chance has dice of its own: what one throws does not change what comes of another.</summary>
public sealed class ChanceTests
{
    private static readonly WorldSettings Jitter = new() { Timings = new() { LaunchJitter = TimeSpan.FromSeconds(10) } };

    private static readonly Dictionary<string, Action<TestWorld>> Uses = new()
    {
        ["a poll of a throttled list"] = world => world.Apply(new StrikeCall(TestWorld.RegionName, "ListEndpoints")),
        ["an invocation"] = world => world.Apply(new Invoke(TestWorld.RegionName, "e")),
        ["a new session"] = world => world.Apply(new Invoke(TestWorld.RegionName, "e") { SessionId = Invoke.NewSession }),
        ["a scalable target"] = world => world.Apply(
            new RegisterScalableTarget(
                TestWorld.RegionName, ScalableResource.Parse("endpoint/e/variant/a", "sagemaker:variant:DesiredInstanceCount")!.Key)
            {
                MinCapacity = 1,
                MaxCapacity = 9,
            }),
    };

    public static TheoryData<string, int> UsesOfChance()
    {
        var rows = new TheoryData<string, int>();
        foreach (var use in Uses.Keys)
        {
            rows.Add(use, 1);
            rows.Add(use, 2);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(UsesOfChance))]
    public void Launches_AfterOtherUsesOfChance_TakeAsLong(string use, int times)
    {
        var world = Served();
        for (var i = 0; i < times; i++)
        {
            Uses[use](world);
        }

        Launches(world).Should().Equal(Launches(Served()));
    }

    [Theory]
    [InlineData("a poll of a throttled list")]
    [InlineData("a new session")]
    public void Answers_AfterOtherUsesOfChance_AreTheSame(string use)
    {
        var (world, undisturbed) = (Served(), Served());

        // A session goes where its id says, and then answers like any other request: only its route is not thrown.
        Uses[use](world);

        Answers(world, 20)
            .Select(answer => answer.Variant)
            .Should()
            .Equal(Answers(undisturbed, 20).Select(answer => answer.Variant));
    }

    [Fact]
    public void Answers_OfAModelThatErrs_TakeAsLongAsOfOneThatDoesNot()
    {
        var (bad, good) = (Served(errorRate: 0.5), Served(errorRate: 0));

        var (bads, goods) = (Answers(bad, 20), Answers(good, 20));

        bads.Select(answer => answer.Status).Should().Contain(500);
        bads.Select(answer => (answer.Variant, answer.Latency))
            .Should()
            .Equal(goods.Select(answer => (answer.Variant, answer.Latency)));
    }

    [Fact]
    public void Answers_BesideAShadowVariant_AreTheSame()
    {
        var (shadowed, plain) = (Shadowed(weight: 1), Shadowed(weight: 0));

        Answers(shadowed, 20).Should().Equal(Answers(plain, 20));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void StrikeCall_OfAFaultWithARate_IsNotMovedByAnotherFault(int polls)
    {
        var (world, undisturbed) = (Throttled("ListEndpoints", "DescribeEndpoint"), Throttled("ListEndpoints", "DescribeEndpoint"));
        for (var i = 0; i < polls; i++)
        {
            world.Apply(new StrikeCall(TestWorld.RegionName, "ListEndpoints"));
        }

        Strikes(world).Should().Equal(Strikes(undisturbed));
    }

    [Fact]
    public void NewSession_OfTheSameSeed_HasTheSameIdAndGoesTheSameWay()
    {
        var (one, other, another) = (Sessions(seed: 1), Sessions(seed: 1), Sessions(seed: 2));

        one.Should().Equal(other).And.OnlyHaveUniqueItems();
        one.Should().NotEqual(another);
        one.Should().AllSatisfy(session => Guid.TryParse(session.Id, out _).Should().BeTrue());
    }

    [Fact]
    public void NewSession_ThatIsRefused_TakesNoId()
    {
        var (world, undisturbed) = (Served(), Served());
        var refused = () => world.Apply(
            new Invoke(TestWorld.RegionName, "e") { SessionId = Invoke.NewSession, TargetVariant = "no such variant" });

        refused.Should().Throw<AwsError>();

        Session(world).Should().Be(Session(undisturbed));
    }

    [Fact]
    public void Names_OfAutoScalingInTwoRegions_Differ()
    {
        var simulation = new TestWorld().Region.Simulation;
        var (one, other) = (new ScalingTable(new Region(simulation, "us-east-1")), new ScalingTable(new Region(simulation, "eu-west-1")));

        one.NextUuid().Should().NotBe(other.NextUuid());
    }

    // Two variants that share the traffic, and a fault that strikes half of the polls of a list.
    private static TestWorld Served(double errorRate = 0, ulong seed = 1)
    {
        var world = new TestWorld(Jitter with { Seed = seed })
            .Config("v1", ("a", 2), ("b", 2))
            .Config("v2", ("a", 4), ("b", 4))
            .Create("v1");
        world.Apply(new PutBehavior(TestWorld.RegionName, "m", new() { ErrorRate = errorRate }));
        world.Apply(new AddFault(TestWorld.RegionName, FaultKind.Throttling, new() { Operation = "ListEndpoints" }, null) { Rate = 0.5 });
        return world;
    }

    private static TestWorld Shadowed(float weight)
    {
        var world = new TestWorld();
        ProductionVariant production = new("a", "m", "ml.m5.large", 1, 1), shadow = new("s", "m", "ml.m5.large", 1, weight) { IsShadow = true };
        world.Apply(new CreateEndpointConfig(TestWorld.RegionName, "v1", [production, shadow], "{}"));
        world.Apply(new PutBehavior(TestWorld.RegionName, "m", new() { ErrorRate = 0.5 }));
        return world.Create("v1");
    }

    private static TestWorld Throttled(params string[] operations)
    {
        var world = new TestWorld();
        foreach (var operation in operations)
        {
            world.Apply(
                new AddFault(TestWorld.RegionName, FaultKind.Throttling, new() { Operation = operation }, null) { Rate = 0.5 });
        }

        return world;
    }

    private static List<bool> Strikes(TestWorld world) =>
        [.. Enumerable.Range(0, 20).Select(_ => world.Apply(new StrikeCall(TestWorld.RegionName, "DescribeEndpoint")) is not null)];

    private static List<TimeSpan> Launches(TestWorld world)
    {
        world.Update("v2");
        return [.. world.Endpoint.Pending!.Variants.SelectMany(variant => variant.Instances).Select(
            instance => instance.Due - world.World.Now)];
    }

    private static List<(string Variant, int Status, TimeSpan Latency)> Answers(TestWorld world, int count) =>
    [
        .. Enumerable.Range(0, count).Select(_ => world.Apply(new Invoke(TestWorld.RegionName, "e")))
            .Select(answer => (answer.Variant, answer.Status, answer.Latency)),
    ];

    private static List<(string? Id, string Variant)> Sessions(ulong seed)
    {
        var world = Served(seed: seed);
        return [.. Enumerable.Range(0, 10).Select(_ => Session(world))];
    }

    private static (string? Id, string Variant) Session(TestWorld world)
    {
        var answer = world.Apply(new Invoke(TestWorld.RegionName, "e") { SessionId = Invoke.NewSession });
        return (answer.SessionId, answer.Variant);
    }
}
