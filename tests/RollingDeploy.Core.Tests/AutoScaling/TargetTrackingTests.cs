using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.AutoScaling;

public sealed class TargetTrackingTests
{
    [Theory]
    [InlineData(4, 150, 100, 6)]
    [InlineData(4, 101, 100, 5)]
    [InlineData(4, 100, 100, 4)]
    [InlineData(4, 30, 100, 2)]
    [InlineData(4, 0, 100, 0)]
    [InlineData(0, 500, 100, 0)]
    [InlineData(3, 0.7, 0.7, 3)]
    [InlineData(10, 1e300, 1, int.MaxValue)]
    public void CapacityFor_ValueOfTheMetric_IsInProportionRoundedUp(int basis, double value, double target, int expected)
    {
        var tracking = new TargetTracking(target, new(new SingleMetric(Samples.Stat), "{}"));

        tracking.CapacityFor(basis, value).Should().Be(expected);
    }
}
