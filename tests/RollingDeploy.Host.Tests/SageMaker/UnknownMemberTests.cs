using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.SageMaker;

/// <summary>
/// Members that AWS does not know are passed over, as there; the log says which, and which may have been meant.
/// </summary>
public sealed class UnknownMemberTests(TestHost host)
{
    private const string Policy = "\"MaximumBatchSize\":{\"Type\":\"INSTANCE_COUNT\",\"Value\":1},\"WaitIntervalInSeconds\":0";

    private readonly Account _account = host.NewAccount();

    [Theory]
    [InlineData(
        """{"AutoRollbackConfig":{"Alarms":[]}}""",
        "DeploymentConfig.AutoRollbackConfig is unknown. Did you mean AutoRollbackConfiguration?")]
    [InlineData(
        "{\"RollingUpdatePolicy\":{" + Policy + ",\"MaxExecutionTimeoutInSeconds\":600}}",
        "DeploymentConfig.RollingUpdatePolicy.MaxExecutionTimeoutInSeconds is unknown. Did you mean MaximumExecutionTimeoutInSeconds?")]
    [InlineData(
        "{\"RollingUpdatePolicy\":{" + Policy + ",\"AutoRollbackConfiguration\":{\"Alarms\":[{\"AlarmName\":\"a\"}]}}}",
        "DeploymentConfig.RollingUpdatePolicy.AutoRollbackConfiguration is unknown. Did you mean DeploymentConfig.AutoRollbackConfiguration?")]
    [InlineData(
        """{"AutoRollbackConfiguration":{"Alarms":[{"AlarmName":"errors"},{"AlarmName":"errors","Nme":"x"}]}}""",
        "DeploymentConfig.AutoRollbackConfiguration.Alarms[1].Nme is unknown.")]
    [InlineData(
        """{"BlueGreenUpdatePolicy":{"TrafficRoutingConfiguration":{"Type":"ALL_AT_ONCE","WaitIntervalInSeconds":0,"type":"CANARY"}}}""",
        "DeploymentConfig.BlueGreenUpdatePolicy.TrafficRoutingConfiguration.type is unknown. Did you mean Type?")]
    [InlineData("""{"Zebra\n":1}""", "DeploymentConfig.Zebra?n is unknown.")]
    public async Task Update_WithAnUnknownMember_IsCarriedOutAndTheLogSaysWhich(string deploymentConfig, string warning)
    {
        await _account.HasEndpoint();
        await _account.HasAlarm();

        await _account.Updates(deploymentConfig);

        Warnings("UpdateEndpoint", warning).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("CreateEndpoint", """{"EndpointName":"x","EndpointConfigName":"blue","DeploymentConfig":{"BlueGrenUpdatePolicy":{}}}""", "DeploymentConfig.BlueGrenUpdatePolicy is unknown. Did you mean BlueGreenUpdatePolicy?")]
    [InlineData("UpdateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"green","DeploymentConfg":{}}""", "DeploymentConfg is unknown. Did you mean DeploymentConfig?")]
    [InlineData("UpdateInferenceComponent", """{"InferenceComponentName":"x","DeploymentConfig":{"RollingUpdate":{}}}""", "DeploymentConfig.RollingUpdate is unknown. Did you mean RollingUpdatePolicy?")]
    [InlineData("CreateInferenceComponent", """{"InferenceComponentName":"x","DeploymentConfig":{"RollingUpdatePolicy":{}}}""", "DeploymentConfig is unknown.")]
    public async Task Call_OnEitherRoute_IsAnsweredAsWithoutTheMember(string operation, string body, string warning)
    {
        await _account.HasEndpoint();

        var signed = await _account.SageMaker(operation, body);
        var plain = await _account.Plain($"sagemaker/{operation}", body);

        (signed.Text + plain.Text).Should().NotContain("is unknown", "AWS passes it over");
        Warnings(operation, warning).Should().HaveCountGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task Call_WithVeryManyUnknownMembers_NamesTheFirst()
    {
        var members = string.Join(',', Enumerable.Range(0, 1000).Select(number => $"\"many{number}\":[{{}}]"));

        await _account.SageMaker("DescribeEndpoint", $$"""{"EndpointName":"demo",{{members}}}""");

        host.Warnings.With("many").Should().ContainSingle().Which.Should().Contain("many4 is unknown.").And.NotContain("many5 is");
    }

    [Fact]
    public async Task Call_WithANameThatIsNoText_IsAnsweredAsWithoutIt()
    {
        byte[] body = [.. "{\"EndpointName\":\"nope\",\"od"u8, 0xFF, .. "d\":1}"u8];

        var answer = await host.NewAccount().SageMaker("DescribeEndpoint", body);

        answer.At("message").Should().StartWith("Could not find endpoint");
        host.Warnings.With("od?d").Should().ContainSingle();
    }

    [Fact]
    public async Task Call_WithMembersThatAreKnown_WarnsOfNothing()
    {
        await _account.SageMaker("CreateModel", """{"ModelName":"known","PrimaryContainer":{"Image":"i","Environment":{"Modle":"x"}},"\u0054ags":[{"Key":"Kye","Value":"v"}],"VpcConfig":null}""");

        host.Warnings.With("Modle").Concat(host.Warnings.With("Kye")).Concat(host.Warnings.With("u0054")).Should().BeEmpty();
    }

    private IEnumerable<string> Warnings(string operation, string text) => host.Warnings.With(text).Where(line => line.StartsWith(
        $"Warning: {operation} has unknown members. They are ignored, as on AWS. ", StringComparison.Ordinal));
}
