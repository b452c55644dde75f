using System.Text;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Tests.Support;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core.Tests.Traffic;

/// <summary>
/// Prefix-aware routing, as AWS's blog tells it ("Reduce LLM latency with prefix-aware routing on Amazon SageMaker Inference").
/// </summary>
public sealed class PrefixRoutingTests
{
    private const int Length = 1024;
    private const int Threshold = 2;

    private static readonly Uri Server = new("http://127.0.0.1:1");

    [Fact]
    public void Invoke_WithTheSameBeginning_ReachesTheSameInstance()
    {
        var world = Serving(3);

        var instances = Enumerable.Range(0, 20).Select(_ => Ask(world, "You are a support agent.")).Distinct();

        instances.Should().ContainSingle().Which.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public void Invoke_WithOtherBeginnings_UsesAllInstancesAlike()
    {
        var world = Serving(3);

        var counts = Enumerable.Range(0, 900).CountBy(i => Ask(world, $"Prompt {i}")).Select(each => each.Value).ToList();

        // A third of 900, give or take four standard deviations of 14.
        counts.Should().HaveCount(3).And.OnlyContain(count => count > 243 && count < 357);
    }

    [Theory]
    [InlineData(Length, true)]
    [InlineData(Length - 1, false)]
    public void Invoke_WithADifference_IsTheSameOnlyBehindThePrefix(int at, bool same)
    {
        var world = Serving(3);
        string Body(int i) => new string('x', at) + (char)('a' + i);

        var instances = Enumerable.Range(0, 20).Select(i => Ask(world, Body(i))).Distinct();

        (instances.Count() == 1).Should().Be(same);
    }

    [Fact]
    public void Invoke_WithIdentifiers_SeparatesTheSameBeginning()
    {
        var world = Serving(3);
        List<string> AskAll() => [.. Enumerable.Range(0, 20).Select(i => Ask(world, "Hello", $"tenant-{i}"))];

        var first = AskAll();
        var again = AskAll();

        first.Distinct().Should().HaveCount(3);
        again.Should().Equal(first);
    }

    [Fact]
    public void Invoke_AfterAScaleOut_MovesOnlyToTheNewInstance()
    {
        var world = Serving(3);
        List<string> AskAll() => [.. Enumerable.Range(0, 400).Select(i => Ask(world, $"Prompt {i}"))];

        var before = AskAll();
        world.Scale(("a", 4)).ToTheEnd();
        var after = AskAll();

        var moved = before.Zip(after).Where(each => each.First != each.Second).ToList();

        // A quarter of 400, give or take four standard deviations of 9.
        moved.Should().HaveCountGreaterThan(64).And.HaveCountLessThan(136);
        moved.Select(each => each.Second).Distinct().Except(before).Should().ContainSingle("all move to the new instance");
    }

    [Fact]
    public void Invoke_WhileTheInstanceIsBusy_GoesToTheOneWithTheFewestRequests()
    {
        var world = Serving(3, forwarded: true);
        Invocation Begin() => world.Apply(Call("Hello"));

        var calls = Enumerable.Range(0, 7).Select(_ => Begin()).ToList();

        // Two stay. Then the others take turns, until all have two.
        var instances = calls.Select(call => call.Instance).Distinct().ToList();
        string.Concat(calls.Select(call => "abc"[instances.IndexOf(call.Instance)])).Should().Be("aabcbca");
    }

    [Fact]
    public void Invoke_AfterTheAnswer_ReturnsToItsInstance()
    {
        var world = Serving(2, forwarded: true);
        var first = world.Apply(Call("Hello"));
        world.Apply(Call("Hello"));

        var elsewhere = Ask(world, "Hello");
        world.Apply(new RecordInvocation(TestWorld.RegionName, first with { Latency = TimeSpan.FromSeconds(1) }));
        var back = Ask(world, "Hello");

        elsewhere.Should().NotBe(first.Instance);
        back.Should().Be(first.Instance);
    }

    [Fact]
    public void Invoke_WhoseAnswerNeverComes_IsNotInFlightForever()
    {
        var world = Serving(2, forwarded: true);
        var first = world.Apply(Call("Hello"));
        world.Apply(Call("Hello"));

        world.Advance(480);

        Ask(world, "Hello").Should().Be(first.Instance);
    }

    [Fact]
    public void Invoke_DuringADeployment_KeepsItsInstanceUntilTrafficIsTaken()
    {
        var world = Serving(4);
        Configure(world, "v2", 4, "m");
        world.Update("v2", Configs.Linear("25%", wait: 60)).Until("bakeStarted");
        List<Invocation> AskAll() => [.. Enumerable.Range(0, 400).Select(i => world.Apply(Call($"Prompt {i}")))];

        var first = AskAll();
        var again = AskAll();
        world.Until("bakeStarted", times: 2);
        var later = AskAll();

        again.Select(call => call.Instance).Should().Equal(first.Select(call => call.Instance));
        first.Zip(later).Should().NotContain(each => each.First.Config == "v2" && each.Second.Config == "v1");
    }

    [Fact]
    public void Invoke_WithAnotherStrategy_NamesNoInstanceAndMovesTheSameDice()
    {
        var (plain, prefix) = (new TestWorld().ConfigOn("ml.m5.large", "v1").Create("v1"), Serving(2));

        var (one, other) = (plain.Apply(Call("Hello")), prefix.Apply(Call("Hello")));

        one.Instance.Should().BeNull();
        (other with { Instance = null }).Should().Be(one);
    }

    [Fact]
    public void Invoke_InASession_IsRoutedByTheSession()
    {
        var world = Serving(3);

        world.Apply(Call("Hello") with { SessionId = "s" }).Instance.Should().BeNull();
    }

    private static TestWorld Serving(int instances, bool forwarded = false)
    {
        var world = new TestWorld();
        world.Apply(new CreateModel(TestWorld.RegionName, "real", ["image"], "{}") { Behavior = new() { ForwardTo = Server } });
        world.Apply(new Core.Health.ReportHealth(TestWorld.RegionName, Server, true));
        Configure(world, "v1", instances, forwarded ? "real" : "m");
        return world.Create("v1");
    }

    private static void Configure(TestWorld world, string name, int instances, string model)
    {
        var variant = new ProductionVariant("a", model, "ml.m5.large", instances, 1) { PrefixRouting = new(Length, Threshold) };
        world.Apply(new CreateEndpointConfig(TestWorld.RegionName, name, [variant], "{}"));
    }

    private static string Ask(TestWorld world, string body, string? id = null) => world.Apply(Call(body, id)).Instance!;

    private static Invoke Call(string body, string? id = null) =>
        new(TestWorld.RegionName, "e") { Beginning = Encoding.UTF8.GetBytes(body), PrefixAwareId = id };
}
