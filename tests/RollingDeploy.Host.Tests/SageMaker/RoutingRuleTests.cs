using RollingDeploy.Host.Tests.Stage;

namespace RollingDeploy.Host.Tests.SageMaker;

/// <summary>
/// What a RoutingConfig must have (API reference, ProductionVariantRoutingConfig and PrefixAwareRoutingConfig).
/// </summary>
public sealed class RoutingRuleTests(TestHost host)
{
    private const string At = "productionVariants.1.member.routingConfig";
    private const string Outside = "1 validation error detected: Value";

    private readonly Account _account = host.NewAccount();

    [Theory]
    [InlineData("""{"RoutingStrategy":"PREFIX_AWARE"}""", "Variant v: PrefixAwareRoutingConfig must be specified when RoutingStrategy is PREFIX_AWARE.")]
    [InlineData("""{"RoutingStrategy":"PREFIX_AWARE","PrefixAwareRoutingConfig":{}}""", "Variant v: PrefixLength and ConcurrencyThreshold must be specified when RoutingStrategy is PREFIX_AWARE.")]
    [InlineData("""{"RoutingStrategy":"PREFIX_AWARE","PrefixAwareRoutingConfig":{"PrefixLength":1024}}""", "Variant v: PrefixLength and ConcurrencyThreshold must be specified when RoutingStrategy is PREFIX_AWARE.")]
    [InlineData("""{"RoutingStrategy":"PREFIX_AWARE","PrefixAwareRoutingConfig":{"ConcurrencyThreshold":1}}""", "Variant v: PrefixLength and ConcurrencyThreshold must be specified when RoutingStrategy is PREFIX_AWARE.")]
    [InlineData("""{"RoutingStrategy":"RANDOM","PrefixAwareRoutingConfig":{"PrefixLength":1024,"ConcurrencyThreshold":1}}""", "Variant v: PrefixAwareRoutingConfig can only be specified when RoutingStrategy is PREFIX_AWARE.")]
    [InlineData("""{"RoutingStrategy":"LEAST_OUTSTANDING_REQUESTS","PrefixAwareRoutingConfig":{}}""", "Variant v: PrefixAwareRoutingConfig can only be specified when RoutingStrategy is PREFIX_AWARE.")]
    [InlineData("""{"RoutingStrategy":"PREFIX_AWARE","PrefixAwareRoutingConfig":{"PrefixLength":1023,"ConcurrencyThreshold":1}}""", $"{Outside} '1023' at '{At}.prefixAwareRoutingConfig.prefixLength' failed to satisfy constraint: Member must have value greater than or equal to 1024")]
    [InlineData("""{"RoutingStrategy":"PREFIX_AWARE","PrefixAwareRoutingConfig":{"PrefixLength":65537,"ConcurrencyThreshold":1}}""", $"{Outside} '65537' at '{At}.prefixAwareRoutingConfig.prefixLength' failed to satisfy constraint: Member must have value less than or equal to 65536")]
    [InlineData("""{"RoutingStrategy":"PREFIX_AWARE","PrefixAwareRoutingConfig":{"PrefixLength":1024,"ConcurrencyThreshold":0}}""", $"{Outside} '0' at '{At}.prefixAwareRoutingConfig.concurrencyThreshold' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    [InlineData("""{"RoutingStrategy":"PREFIX_AWARE","PrefixAwareRoutingConfig":{"PrefixLength":1024,"ConcurrencyThreshold":1025}}""", $"{Outside} '1025' at '{At}.prefixAwareRoutingConfig.concurrencyThreshold' failed to satisfy constraint: Member must have value less than or equal to 1024")]
    [InlineData("""{"RoutingStrategy":"PREFIX"}""", $"{Outside} 'PREFIX' at '{At}.routingStrategy' failed to satisfy constraint: Member must satisfy enum value set: [LEAST_OUTSTANDING_REQUESTS, PREFIX_AWARE, RANDOM]")]
    public async Task CreateEndpointConfig_WithOddRouting_IsRefusedAndChangesNothing(string routing, string message)
    {
        await _account.HasModel();

        var answer = await _account.SageMaker("CreateEndpointConfig", Config(routing));

        (answer.Status, answer.At("__type"), answer.At("message")).Should().Be((400, "ValidationException", message));
        (await _account.Does("ListEndpointConfigs", "{}")).At("EndpointConfigs").Should().Be("[]");
    }

    [Fact]
    public async Task InvokeEndpoint_ByPrefix_ReachesTheSameInstanceAndNamesItInATemplate()
    {
        await Serves("""{"RoutingStrategy":"PREFIX_AWARE","PrefixAwareRoutingConfig":{"PrefixLength":1024,"ConcurrencyThreshold":1}}""");

        var alike = await Asked(_ => ("You are a support agent.", null));
        var unlike = await Asked(i => ($"You are support agent {i}.", null));
        var tenants = await Asked(i => ("You are a support agent.", $"tenant {i}"));

        alike.Distinct().Should().ContainSingle().Which.Should().StartWith("i-");
        unlike.Distinct().Should().HaveCount(3);
        tenants.Distinct().Should().HaveCount(3);
    }

    [Fact]
    public async Task InvokeEndpoint_WithAnotherStrategy_NamesNoInstance()
    {
        await Serves("""{"RoutingStrategy":"RANDOM"}""");

        (await Asked(_ => ("a", "ignored"))).Distinct().Should().ContainSingle().Which.Should().BeEmpty();
    }

    [Theory]
    [InlineData("invocations")]
    [InlineData("invocations-response-stream")]
    public async Task Invoke_WithAnIdentifierThatIsTooLong_IsRefused(string path)
    {
        await Serves("""{"RoutingStrategy":"RANDOM"}""");

        var answer = await _account.Runtime($"demo/{path}", "a", ("X-Amzn-SageMaker-Prefix-Aware-Id", new string('x', 65)));

        answer.Status.Should().Be(400);
        answer.Text.Should().Contain("at 'prefixAwareId' failed to satisfy constraint: Member must have length less than or equal to 64");
    }

    [Theory]
    [InlineData("invocations")]
    [InlineData("invocations-response-stream")]
    public async Task Invoke_WithAnIdentifier_IsAnswered(string path)
    {
        await Serves("""{"RoutingStrategy":"PREFIX_AWARE","PrefixAwareRoutingConfig":{"PrefixLength":65536,"ConcurrencyThreshold":1024}}""");

        var answer = await _account.Runtime($"demo/{path}", "a", ("X-Amzn-SageMaker-Prefix-Aware-Id", "tenant"));

        answer.Status.Should().Be(200, answer.Text);
    }

    private async Task Serves(string routing)
    {
        await _account.HasModel();
        await _account.Ours("PUT models/model/behavior", """{"response":{"kind":"template","body":"{instance}"}}""");
        await _account.Does("CreateEndpointConfig", Config(routing));
        await _account.Does("CreateEndpoint", """{"EndpointName":"demo","EndpointConfigName":"c"}""");
        await _account.AdvanceUntil("InService");
    }

    private async Task<List<string>> Asked(Func<int, (string Body, string? Id)> request)
    {
        var answers = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            var (body, id) = request(i);
            answers.Add((await _account.Invokes(body, id is null ? [] : [("X-Amzn-SageMaker-Prefix-Aware-Id", id)])).Text);
        }

        return answers;
    }

    private static string Config(string routing) => $$"""
        {"EndpointConfigName":"c","ProductionVariants":[
          {"VariantName":"v","ModelName":"model","InstanceType":"ml.m5.large","InitialInstanceCount":3,"RoutingConfig":{{routing}}}]}
        """;
}
