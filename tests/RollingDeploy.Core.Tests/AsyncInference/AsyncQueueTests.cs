using RollingDeploy.Core.AsyncInference;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.AsyncInference;

/// <summary>
/// Requests of asynchronous endpoints: one after another at the speed and the concurrency of the model, until they expire, fail
/// or are completed. The model of these tests takes exactly ten seconds.
/// </summary>
public sealed class AsyncQueueTests
{
    private static readonly ModelBehavior TenSeconds = new() { LatencyMedianMs = 10_000, LatencyP99Ms = 10_000 };

    [Fact]
    public void Invoke_WithAFreeInstance_IsProcessedAtOnceAndEndsWithTheLatency()
    {
        var world = Serving(instances: 1, concurrency: 1);

        var request = Invoke(world);

        (request.State, request.StartedAt).Should().Be((AsyncRequestState.Processing, request.ReceivedAt));
        world.Advance(9.9);
        request.State.Should().Be(AsyncRequestState.Processing);
        world.Advance(0.2);
        (request.State, request.EndedAt).Should().Be((AsyncRequestState.Completed, request.ReceivedAt.AddSeconds(10)));
    }

    [Theory]
    [InlineData(1, 1, "10,20,30,40")]
    [InlineData(1, 2, "10,10,20,20")]
    [InlineData(2, 1, "10,10,20,20")]
    [InlineData(2, 2, "10,10,10,10")]
    [InlineData(1, null, "10,10,10,10")]
    public void Invoke_OfFour_IsWorkedOffAtTheConcurrencyOfAllInstances(int instances, int? concurrency, string ends)
    {
        var world = Serving(instances, concurrency);

        List<AsyncRequest> requests = [.. Enumerable.Range(0, 4).Select(_ => Invoke(world))];
        world.Advance(100);

        string.Join(',', requests.Select(request => Math.Round((request.EndedAt!.Value - request.ReceivedAt).TotalSeconds)))
            .Should()
            .Be(ends);
    }

    [Fact]
    public void Invoke_WithoutInstances_WaitsUntilThereIsOne()
    {
        var world = Serving(instances: 1, concurrency: 1);
        world.Scale(("a", 0)).ToTheEnd();

        var request = Invoke(world);
        world.Advance(60);
        request.State.Should().Be(AsyncRequestState.Queued);
        world.Scale(("a", 1)).ToTheEnd().Advance(10);

        request.State.Should().Be(AsyncRequestState.Completed);
        request.StartedAt.Should().BeAfter(request.ReceivedAt.AddSeconds(60));
    }

    [Fact]
    public void Request_ThatWaitsTooLong_Expires()
    {
        var world = Serving(instances: 1, concurrency: 1);
        world.Scale(("a", 0)).ToTheEnd();

        var request = Invoke(world, call => call with { TtlSeconds = 60 });
        var patient = Invoke(world);
        world.Advance(59);
        request.State.Should().Be(AsyncRequestState.Queued);
        world.Advance(1);

        (request.State, patient.State).Should().Be((AsyncRequestState.Expired, AsyncRequestState.Queued));
        request.FailureReason.Should().Contain("RequestTTLSeconds");
        Samples(world, "ExpiredRequests").Should().Be((1, 1));
    }

    [Theory]
    [InlineData(9, AsyncRequestState.Failed, 9)]
    [InlineData(10, AsyncRequestState.Completed, 10)]
    public void Request_ThatIsProcessedTooLong_Fails(int timeout, AsyncRequestState state, int seconds)
    {
        var world = Serving(instances: 1, concurrency: 1);

        var request = Invoke(world, call => call with { InvocationTimeoutSeconds = timeout });
        var next = Invoke(world);
        world.Advance(30);

        (request.State, request.EndedAt).Should().Be((state, request.ReceivedAt.AddSeconds(seconds)));
        next.StartedAt.Should().Be(request.EndedAt);
        Samples(world, "InvocationFailures").Sum.Should().Be(state == AsyncRequestState.Failed ? 1 : 0);
    }

    [Fact]
    public void Request_OfAModelThatErrs_Fails()
    {
        var world = Serving(1, 1, TenSeconds with { ErrorRate = 1 });

        var request = Invoke(world);
        world.Advance(10);

        (request.State, request.FailureReason).Should().Be((AsyncRequestState.Failed, "The model answered 500."));
        Samples(world, "Invocation5XXErrors").Should().Be((1, 1));
    }

    [Fact]
    public void Events_OfEachOutcome_AreInTheLogWithTheTopicsThatAreNotified()
    {
        var world = Serving(1, TenSeconds, new() { MaxConcurrentInvocationsPerInstance = 1, SuccessTopic = "good", ErrorTopic = "bad" });

        Invoke(world, call => call with { InferenceId = "one" });
        Invoke(world, call => call with { InferenceId = "two", InvocationTimeoutSeconds = 5 });
        Invoke(world, call => call with { InferenceId = "three", TtlSeconds = 12 });
        world.Advance(30);

        world.World.Log.After(0, int.MaxValue).Where(happened => happened.Data.Kind.StartsWith("async", StringComparison.Ordinal))
            .Select(happened => happened.Data.Sentence).Should().Equal(
                "Variant a of v1 processes the asynchronous request one.",
                "The asynchronous request one was completed.",
                "The topic good is notified that the asynchronous request one is Completed.",
                "Variant a of v1 processes the asynchronous request two.",
                "The asynchronous request three expired in the queue.",
                "The topic bad is notified that the asynchronous request three is Expired.",
                "The asynchronous request two failed. The model did not answer within 5 s, the InvocationTimeoutSeconds of the request.",
                "The topic bad is notified that the asynchronous request two is Failed.");
    }

    [Theory]
    [InlineData(1, 3, 0, 3)]
    [InlineData(2, 1.5, 0, 3)]
    [InlineData(0, 3, 1, 3)]
    public void Backlog_OfAMinute_IsThatOfItsEnd(int instances, double perInstance, int withoutCapacity, int size)
    {
        var world = Serving(Math.Max(1, instances), 1, new() { LatencyMedianMs = 200_000, LatencyP99Ms = 200_000 });
        if (instances == 0)
        {
            world.Scale(("a", 0)).ToTheEnd();
        }

        for (var i = 0; i < 3; i++)
        {
            Invoke(world);
        }

        var received = world.World.Now;
        world.Advance(60 - received.Second);

        Newest(world, "ApproximateBacklogSize").Should().Be(size);
        Newest(world, "ApproximateBacklogSizePerInstance").Should().Be(perInstance);
        Newest(world, "HasBacklogWithoutCapacity").Should().Be(withoutCapacity);
        Newest(world, "ApproximateAgeOfOldestRequest").Should().Be((world.World.Now - received).TotalSeconds);
    }

    [Fact]
    public void RealServer_WithAnInputInS3_IsNotAsked()
    {
        var world = Serving(1, 1, new() { ForwardTo = new("http://127.0.0.1:1") });

        var request = Invoke(world, call => call with { Body = null, InputLocation = "s3://b/in" });

        request.State.Should().Be(AsyncRequestState.Failed);
        Samples(world, "RequestDownloadFailures").Should().Be((1, 1));
        Samples(world, "InvocationFailures").Should().Be((1, 1));
        Samples(world, "ModelLatency").Count.Should().Be(0);
    }

    [Fact]
    public void RealServer_WithABody_EndsWithItsAnswerOrAtTheTimeout()
    {
        var world = Serving(1, 2, new() { ForwardTo = new("http://127.0.0.1:1") });

        var answered = Invoke(world);
        var silent = Invoke(world, call => call with { InvocationTimeoutSeconds = 60 });
        world.Advance(2);
        var kept = world.Apply(new RecordAsyncAnswer(
            TestWorld.RegionName, "e", answered.Id, new(200, "aGk=", "text/plain"), TimeSpan.FromSeconds(1)));
        world.Advance(60);
        var late = world.Apply(new RecordAsyncAnswer(
            TestWorld.RegionName, "e", silent.Id, new(200, "aGk=", "text/plain"), TimeSpan.FromSeconds(1)));

        (kept, answered.State, answered.EndedAt)
            .Should()
            .Be((true, AsyncRequestState.Completed, answered.ReceivedAt.AddSeconds(2)));
        (late, silent.State).Should().Be((false, AsyncRequestState.Failed));
    }

    [Fact]
    public void Update_WhileRequestsWait_LosesNone()
    {
        var world = Serving(instances: 2, concurrency: 1);

        List<AsyncRequest> requests = [.. Enumerable.Range(0, 20).Select(_ => Invoke(world))];
        world.Update("v2", Configs.Rolling("1", wait: 20)).ToTheEnd().Advance(200);

        requests.Should().OnlyContain(request => request.State == AsyncRequestState.Completed);
        requests.Select(request => request.Invocation!.Config).Distinct().Should().BeEquivalentTo("v1", "v2");
    }

    // A lost instance gives its requests back, and what replaces it processes them first.
    [Fact]
    public void Crash_OfTheInstance_LetsItsRequestsWaitAgainBeforeAllOthers()
    {
        var world = Serving(1, 1, new() { LatencyMedianMs = 800_000, LatencyP99Ms = 800_000 });
        var (first, second) = (Invoke(world), Invoke(world));
        var lost = first.InstanceId;

        world.Fault(FaultKind.InstanceCrash);

        (first.State, first.StartedAt, first.InstanceId).Should().Be((AsyncRequestState.Queued, null, lost));
        world.Advance(600);
        (first.State, second.State).Should().Be((AsyncRequestState.Processing, AsyncRequestState.Queued));
        first.InstanceId.Should().NotBe(lost);
        world.Advance(2000);
        (first.State, second.State).Should().Be((AsyncRequestState.Completed, AsyncRequestState.Completed));
        Samples(world, "InvocationsProcessed").Should().Be((2, 2));
        world.World.Log.After(0, int.MaxValue).Should().ContainSingle(happened => happened.Data is AsyncRequestReturned);
    }

    [Fact]
    public void Scale_ToZeroWhileARequestIsProcessed_LosesNothing()
    {
        var world = Serving(1, 1, new() { LatencyMedianMs = 800_000, LatencyP99Ms = 800_000 });
        var request = Invoke(world);

        world.Scale(("a", 0)).ToTheEnd().Advance(60);
        request.State.Should().Be(AsyncRequestState.Queued, "its instance is gone");
        world.Scale(("a", 1)).ToTheEnd().Advance(801);

        request.State.Should().Be(AsyncRequestState.Completed);
    }

    [Fact]
    public void Scale_InByOne_DoesNotBlockTheInstanceThatIsLeft()
    {
        var world = Serving(2, 1, new() { LatencyMedianMs = 100_000, LatencyP99Ms = 100_000 });
        List<AsyncRequest> requests = [.. Enumerable.Range(0, 4).Select(_ => Invoke(world))];

        world.Scale(("a", 1)).ToTheEnd().Advance(450);

        requests.Should().OnlyContain(request => request.State == AsyncRequestState.Completed);
    }

    [Fact]
    public void Delete_OfTheEndpoint_EndsAllRequests()
    {
        var world = Serving(instances: 1, concurrency: 1);
        var (processed, waiting) = (Invoke(world), Invoke(world));

        world.Apply(new DeleteEndpoint(TestWorld.RegionName, "e"));

        foreach (var request in new[] { processed, waiting })
        {
            (request.State, request.FailureReason).Should().Be((AsyncRequestState.Failed, "The endpoint was deleted."));
        }

        world.World.Log.After(0, int.MaxValue).Count(happened => happened.Data is AsyncRequestFailed).Should().Be(2);
    }

    // The InferenceId is any text of the caller, also the ID that another request was given.
    [Fact]
    public void RealServer_InferenceIdOfAnotherRequest_DoesNotTakeItsAnswer()
    {
        var world = Serving(1, 1, new() { ForwardTo = new("http://127.0.0.1:1") });
        var first = Invoke(world);
        var second = Invoke(world, call => call with { InferenceId = first.Id });

        var kept = world.Apply(new RecordAsyncAnswer(
            TestWorld.RegionName, "e", first.Id, new(200, "aGk=", "text/plain"), TimeSpan.FromSeconds(1)));

        (kept, first.State, second.State).Should().Be((true, AsyncRequestState.Completed, AsyncRequestState.Processing));
        world.Endpoint.FindAsyncRequest(first.Id).Should().BeSameAs(second, "it is the newest one with this InferenceId");
        world.Endpoint.FindAsyncCall(first.Id).Should().BeSameAs(first.Call);
    }

    private static TestWorld Serving(int instances, int? concurrency, ModelBehavior? behavior = null) =>
        Serving(instances, behavior ?? TenSeconds, new() { MaxConcurrentInvocationsPerInstance = concurrency });

    private static TestWorld Serving(int instances, ModelBehavior behavior, AsyncSettings settings)
    {
        var world = new TestWorld();
        world.Apply(new CreateModel(TestWorld.RegionName, "model", ["image"], "{}") { Behavior = behavior });
        foreach (var name in new[] { "v1", "v2" })
        {
            world.Apply(new CreateEndpointConfig(
                TestWorld.RegionName, name, [new("a", "model", "ml.m5.large", instances, 1)], "{}")
            {
                Async = settings,
            });
        }

        if (behavior.ForwardTo is { } server)
        {
            world.Apply(new Core.Health.ReportHealth(TestWorld.RegionName, server, true));
        }

        return world.Create("v1");
    }

    private static AsyncRequest Invoke(TestWorld world, Func<InvokeAsync, InvokeAsync>? with = null)
    {
        var call = new InvokeAsync(TestWorld.RegionName, "e") { Body = "aGk=" };
        return world.Apply(with?.Invoke(call) ?? call);
    }

    private static (double Sum, double Count) Samples(TestWorld world, string metric)
    {
        var summary = Sum(world, metric, new Periods(world.World.Settings.Start, 3600, 1), [new("EndpointName", "e"), new("VariantName", "a")]);
        return (summary.Sum, summary.SampleCount);
    }

    // The value of the last full minute.
    private static double Newest(TestWorld world, string metric) =>
        Sum(world, metric, new Periods(world.World.Now.AddSeconds(-60), 60, 1), [new("EndpointName", "e")]).Sum;

    private static StatisticSet Sum(TestWorld world, string metric, Periods periods, Dimension[] dimensions) =>
        world.Region.Metrics.Sum(new("AWS/SageMaker", metric, dimensions), null, periods, world.World.Now).Summary;
}
