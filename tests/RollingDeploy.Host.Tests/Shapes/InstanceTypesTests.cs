using System.Text.Json;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.Validation;

namespace RollingDeploy.Host.Tests.Shapes;

public sealed class InstanceTypesTests
{
    private const string PoolOfAConfig = """
        {"EndpointConfigName":"c","ProductionVariants":[
          {"VariantName":"v","InstanceType":"TYPE"},
          {"VariantName":"w","InstancePools":[{"InstanceType":"TYPE","Priority":1}]}]}
        """;

    private readonly InstanceTypeAttribute _constraint = new();

    [Theory]
    [InlineData("ml.m5.large", true)]
    [InlineData("ml.p6e-gb200.36xlarge", true)]
    [InlineData("ml.new9.metal-48xl", true)]
    [InlineData("m5.large", false)]
    [InlineData("ml.m5", false)]
    [InlineData("ml.M5.large", false)]
    public void Violation_NotStrict_TakesAnyTypeOfSageMakers(string type, bool expected)
    {
        var violation = _constraint.Violation(type, strict: false);

        (violation is null).Should().Be(expected);
    }

    [Theory]
    [InlineData("ml.m5.large", true)]
    [InlineData("ml.new9.metal-48xl", false)]
    [InlineData("ml.t3.medium", false)]
    [InlineData("m5.large", false)]
    public void Violation_Strict_TakesTheTypesOfTheModel(string type, bool expected)
    {
        var violation = _constraint.Violation(type, strict: true);

        (violation is null).Should().Be(expected);
    }

    [Fact]
    public void Violation_OfEachKnownType_IsNone()
    {
        var refused = InstanceTypes.Known.Where(type => _constraint.Violation(type, strict: false) is not null);

        refused.Should().BeEmpty();
    }

    [Fact]
    public void Validate_StrictWithTypesThatAwsHasNot_SaysSoOfEachInOneMessage()
    {
        var validate = () => Validate("ml.t3.medium", strict: true);

        var text = validate.Should().Throw<AwsError>().Which.Message;
        text.Should().StartWith(
            "2 validation errors detected: Value 'ml.t3.medium' at 'productionVariants.1.member.instanceType' failed to satisfy "
            + "constraint: Member must satisfy enum value set: [ml.c4.2xlarge, ");
        text.Should().Contain("; Value 'ml.t3.medium' at 'productionVariants.2.member.instancePools.1.member.instanceType' failed");
    }

    [Theory]
    [InlineData("ml.t3.medium", false)]
    [InlineData("ml.m5.large", true)]
    public void Validate_TypeThatIsTaken_IsSilent(string type, bool strict)
    {
        var validate = () => Validate(type, strict);

        validate.Should().NotThrow();
    }

    [Fact]
    public async Task CreateEndpointConfig_OfATypeThatAwsHasNot_IsRefusedByAStrictHost()
    {
        await using var host = TestHost.With(("RollingDeploy:StrictInstanceTypes", "true"));
        var account = host.NewAccount();
        await account.HasModel();

        var answer = await account.SageMaker("CreateEndpointConfig", """
            {"EndpointConfigName":"c","ProductionVariants":[
              {"VariantName":"v","ModelName":"model","InstanceType":"ml.t3.medium","InitialInstanceCount":1}]}
            """);

        (answer.Status, answer.At("__type")).Should().Be((400, "ValidationException"));
        answer.At("message").Should().StartWith(
            "1 validation error detected: Value 'ml.t3.medium' at 'productionVariants.1.member.instanceType' failed to satisfy "
            + "constraint: Member must satisfy enum value set: [ml.c4.2xlarge, ");
        await account.HasConfig("usual", 1);
    }

    private static void Validate(string type, bool strict)
    {
        var record = WireJson.Describe(SageMakerJson.Default, typeof(CreateEndpointConfigInput));
        RequestValidator.Validate(JsonSerializer.Deserialize(PoolOfAConfig.Replace("TYPE", type), record)!, record, strict);
    }
}
