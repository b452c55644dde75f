using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.Control;

public sealed class DeploymentRouteTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task List_OfANewEndpoint_HasItsCreation()
    {
        await _account.HasEndpoint();

        var answer = await _account.Ours("GET endpoints/Demo/deployments");

        answer.Text.Should().Be(
            """[{"id":"d-000001","policy":"default","status":"succeeded","trigger":"createEndpoint","startedAt":"2030-01-01T00:00:00Z","endedAt":"2030-01-01T00:00:05Z"}]""");
    }

    [Fact]
    public async Task List_OfSeveral_IsNewestFirstWithEachPolicyStatusAndTrigger()
    {
        await _account.HasEndpoint();
        await _account.HasAlarm();
        var config = "green";
        foreach (var policy in (string[])[Policies.AllAtOnce, Policies.Canary, Policies.Linear, Policies.Rolling])
        {
            await _account.Updates(policy, config);
            await _account.AdvanceUntil("InService");
            config = config == "green" ? "blue" : "green";
        }

        await _account.Does("DeleteEndpoint", """{"EndpointName":"demo"}""");

        var answer = await _account.Ours("GET endpoints/demo/deployments");
        answer.Each("", "policy").Should().Equal("default", "rolling", "linear", "canary", "allAtOnce", "default");
        answer.Each("", "status").Should().Equal("inProgress", "succeeded", "succeeded", "succeeded", "succeeded", "succeeded");
        answer.Each("", "trigger").Should().Equal(
            "deleteEndpoint", "updateEndpoint", "updateEndpoint", "updateEndpoint", "updateEndpoint", "createEndpoint");
    }

    [Fact]
    public async Task Detail_AsItGoesForward_ShowsTheStateOfEachStep()
    {
        await _account.HasEndpoint();
        await _account.HasAlarm();

        await _account.Updates(Policies.Rolling);
        var launching = await Detail();
        await _account.Advances(60);
        var baking = await Detail();
        await _account.AdvanceUntil("InService");
        var done = await Detail();

        launching.At("plan").Should().Be("launch 2 | shift 2 | bake 120s | retire 2 | launch 2 | shift 2 | bake 120s | retire 2");
        States(launching).Should().Be("active pending pending pending pending pending pending pending");
        States(baking).Should().Be("done done active pending pending pending pending pending");
        States(done).Should().Be("done done done done done done done done");
        launching.Json["steps"]![0]!.ToJsonString().Should().Be("""{"step":"launch 2","rollback":false,"state":"active"}""");
    }

    [Fact]
    public async Task Detail_AsItRollsBack_ShowsBothWays()
    {
        await _account.HasEndpoint();
        await _account.HasAlarm();
        await _account.Updates(Policies.Rolling);
        await _account.Advances(200);
        await _account.SetsAlarm("ALARM");

        await _account.Advances(5);
        var turning = await Detail();
        await _account.AdvanceUntil("InService");
        var back = await Detail();

        turning.At("status").Should().Be("rollingBack");
        turning.At("rollback").Should().Be("launch 2 old | shift -4 | retire 4 new");
        States(turning).Should().Be("done done done done done done skipped skipped active pending pending");
        back.At("status").Should().Be("rolledBack");
        States(back).Should().Be("done done done done done done skipped skipped done done done");
        back.At("failureReason").Should().StartWith("Endpoint update was rolled back because");
    }

    [Fact]
    public async Task Detail_WhenTheRollbackFails_LeavesNothingPending()
    {
        await _account.HasEndpoint();
        await _account.HasAlarm();
        await _account.Ours("POST faults", """{"kind":"insufficientCapacity","fleet":"old"}""");
        await _account.Updates(Policies.RollingBackInBatches);
        await _account.Advances(200);
        await _account.SetsAlarm("ALARM");

        await _account.AdvanceUntil("UpdateRollbackFailed");

        var detail = await Detail();
        detail.At("status").Should().Be("rollbackFailed");
        States(detail).Should().StartWith("done done done done done done skipped skipped").And.EndWith("skipped")
            .And.NotContainAny("pending", "active");
    }

    [Fact]
    public async Task Detail_OfAFailedCreation_LeavesNothingPending()
    {
        await _account.HasModel();
        await _account.HasConfig("blue", 1);
        await _account.Ours("POST faults", """{"kind":"insufficientCapacity"}""");
        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");

        await _account.AdvanceUntil("Failed");

        States(await Detail("d-000001")).Should().Be("skipped");
    }

    [Fact]
    public async Task Detail_OfAnUnknownId_IsNotFound()
    {
        await _account.HasEndpoint();

        var answer = await _account.Ours("GET endpoints/demo/deployments/d-000099");

        (answer.Status, answer.At("detail")).Should().Be((404, $"There is no deployment 'd-000099' of endpoint 'demo' in account {_account.Id}, region us-east-1."));
    }

    private static string States(Answer detail) => string.Join(' ', detail.Each("steps", "state"));

    private Task<Answer> Detail(string id = "d-000002") => _account.Ours($"GET endpoints/demo/deployments/{id}");
}
