using RollingDeploy.Host.Tests.SageMaker;
using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.Control;

public sealed class QuotaRouteTests(TestHost host)
{
    private readonly Account _account = host.NewAccount();

    [Fact]
    public async Task Get_OfATypeThatWasNeverSet_IsUnlimited()
    {
        var answer = await _account.Ours("GET quotas/ml.m5.large");

        answer.Text.Should().Be("""{"instanceType":"ml.m5.large","utilization":0}""");
        (await _account.Ours("GET quotas")).Text.Should().Be("[]");
    }

    [Fact]
    public async Task Put_OfAQuota_AnswersItWithWhatIsUsed()
    {
        await _account.HasEndpoint(blue: 3);

        var answer = await _account.Ours("PUT quotas/ml.m5.large", """{"limit":4,"available":10}""");

        answer.Status.Should().Be(200);
        answer.Text.Should().Be("""{"instanceType":"ml.m5.large","limit":4,"available":10,"utilization":3}""");
        (await _account.Ours("GET quotas/ml.m5.large")).Text.Should().Be(answer.Text);
    }

    [Fact]
    public async Task Get_OfAll_ListsThemByType()
    {
        await _account.Ours("PUT quotas/ml.m5.large", """{"limit":0}""");
        await _account.Ours("PUT quotas/ml.c5.large", """{"available":0}""");
        await _account.Ours("PUT quotas/ml.m5.large", "{}");

        var answer = await _account.Ours("GET quotas");

        answer.Text.Should().Be("""[{"instanceType":"ml.c5.large","available":0,"utilization":0},{"instanceType":"ml.m5.large","utilization":0}]""");
        (await _account.Ours("GET quotas", region: "eu-west-1")).Text.Should().Be("[]");
    }

    [Fact]
    public async Task Put_OfAnotherQuota_AnswersItByItsName()
    {
        await _account.HasModel();

        var answer = await _account.Ours("PUT quotas/models", """{"limit":1}""");

        answer.Text.Should().Be("""{"name":"models","limit":1,"utilization":1}""");
        (await _account.Ours("GET quotas")).Text.Should().Be($"[{answer.Text}]");
        (await _account.SageMaker("CreateModel", """{"ModelName":"more","PrimaryContainer":{"Image":"i"}}""")).At("__type")
            .Should().Be("ResourceLimitExceeded");
        await _account.Ours("PUT quotas/models", "{}");
        (await _account.Ours("GET quotas")).Text.Should().Be("[]");
        (await _account.Ours("GET quotas/serverless-memory")).Text.Should().Be("""{"name":"serverless-memory","utilization":0}""");
    }

    [Theory]
    [InlineData("models", """{"limit":-1}""", "limit")]
    [InlineData("serverless-memory", """{"available":1}""", "available")]
    [InlineData("Models", """{"limit":1}""", "instanceType")]
    [InlineData("ml.m5.large", """{"limit":-1}""", "limit")]
    [InlineData("ml.m5.large", """{"available":-1}""", "available")]
    [InlineData("ml.m5.large", """{"limit":1.5}""", "limit")]
    [InlineData("ml.m5.large", """{"limit":"4"}""", "limit")]
    [InlineData("ml.m5.large", """{"limit":3000000000}""", "limit")]
    [InlineData("ml.m5.large", """{"quota":4}""", "quota")]
    [InlineData("m5.large", """{"limit":4}""", "instanceType")]
    [InlineData("ml.", """{"limit":4}""", "instanceType")]
    [InlineData("ml.m5 large", """{"limit":4}""", "instanceType")]
    public async Task Put_OfWhatIsNoQuota_IsRefusedAndNamesTheMember(string type, string body, string field)
    {
        await _account.HasModel();
        var before = WorldPrinter.Print(_account);

        var answer = await _account.Ours($"PUT quotas/{type.Replace(" ", "%20", StringComparison.Ordinal)}", body);

        (answer.Status, answer.At("field")).Should().Be((400, field), answer.Text);
        answer.ContentType.Should().StartWith("application/problem+json");
        WorldPrinter.Print(_account).Should().Be(before);
    }

    [Fact]
    public async Task CreateEndpoint_BeyondTheQuota_IsRefusedInAwsWords()
    {
        await _account.HasModel();
        await _account.HasConfig("blue", 4);
        await _account.Ours("PUT quotas/ml.m5.large", """{"limit":3}""");

        var answer = await _account.SageMaker("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"blue"}""");

        (answer.Status, answer.At("__type")).Should().Be((400, "ResourceLimitExceeded"));
        answer.At("message").Should().Be(
            "The account-level service limit 'ml.m5.large for endpoint usage' is 3 Instances, with current utilization of 0 Instances and "
            + "a request delta of 4 Instances. Please use AWS Service Quotas to request an increase for this quota. If AWS Service Quotas "
            + "is not available, contact AWS support to request an increase for this quota.");
    }

    [Fact]
    public async Task UpdateEndpoint_BeyondWhatTheRegionHas_RollsBackLater()
    {
        await _account.HasEndpoint();
        await _account.Ours("PUT quotas/ml.m5.large", """{"available":6}""");

        await _account.Updates();
        await _account.AdvanceUntil("InService");

        (await _account.Moment()).Should().StartWith("InService blue 4/4 ! Unable to provision requested ML compute capacity");
        (await _account.Ours("GET quotas/ml.m5.large")).At("utilization").Should().Be("4");
    }
}
