using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Deployments.Plans;

public sealed class LifecyclePlanTests
{
    [Fact]
    public void Create_TwoInstances_OnlyLaunches()
    {
        var plan = LifecyclePlan.Create(Lines.Sizes((0, 2)));

        plan.ToString().Should().Be("launch 2");
    }

    [Fact]
    public void Delete_TwoVariants_OnlyRetires()
    {
        var plan = LifecyclePlan.Delete(Lines.Sizes((2, 0), (3, 0)));

        plan.ToString().Should().Be("retire 2+3");
    }

    [Fact]
    public void Delete_NothingLeft_HasNoSteps()
    {
        var plan = LifecyclePlan.Delete([]);

        plan.Steps.Should().BeEmpty();
    }
}
