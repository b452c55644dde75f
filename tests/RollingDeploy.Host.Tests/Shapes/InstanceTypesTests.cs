using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Tests.Shapes;

public sealed class InstanceTypesTests
{
    [Theory]
    [InlineData("ml.m5.large", true)]
    [InlineData("ml.p6e-gb200.36xlarge", true)]
    [InlineData("ml.new9.metal-48xl", true)]
    [InlineData("m5.large", false)]
    [InlineData("ml.m5", false)]
    [InlineData("ml.M5.large", false)]
    public void InstanceTypePattern_GivenAType_TakesAnyOfSageMakers(string type, bool expected)
    {
        var pattern = new PatternAttribute(Patterns.InstanceType);

        var violation = pattern.Violation(type);

        (violation is null).Should().Be(expected);
    }

    [Fact]
    public void InstanceTypePattern_GivenEachKnownType_TakesIt()
    {
        var pattern = new PatternAttribute(Patterns.InstanceType);

        var refused = InstanceTypes.Known.Where(type => pattern.Violation(type) is not null);

        refused.Should().BeEmpty();
    }
}
