using RollingDeploy.Core.AutoScaling;

namespace RollingDeploy.Core.Tests.AutoScaling;

/// <summary>The numbers of the API reference (StepAdjustment) and of the user guide (step scaling policies).</summary>
public sealed class StepScalingTests
{
    [Theory]
    [InlineData(AdjustmentType.ChangeInCapacity, 10, 2, null, 12)]
    [InlineData(AdjustmentType.ChangeInCapacity, 1, -3, null, 0)]
    [InlineData(AdjustmentType.ChangeInCapacity, int.MaxValue, 1, null, int.MaxValue)]
    [InlineData(AdjustmentType.ExactCapacity, 10, 3, null, 3)]
    [InlineData(AdjustmentType.PercentChangeInCapacity, 10, 127, null, 22)]
    [InlineData(AdjustmentType.PercentChangeInCapacity, 10, 6, null, 11)]
    [InlineData(AdjustmentType.PercentChangeInCapacity, 10, -6, null, 9)]
    [InlineData(AdjustmentType.PercentChangeInCapacity, 10, -66, null, 4)]
    [InlineData(AdjustmentType.PercentChangeInCapacity, 10, -100, null, 0)]
    [InlineData(AdjustmentType.PercentChangeInCapacity, 4, 25, 2, 6)]
    [InlineData(AdjustmentType.PercentChangeInCapacity, 4, -25, 2, 2)]
    [InlineData(AdjustmentType.PercentChangeInCapacity, 4, 0, 2, 4)]
    public void CapacityFor_OneStep_AdjustsByItsType(AdjustmentType type, int basis, int adjustment, int? magnitude, int expected)
    {
        var steps = new StepScaling(type, [new(null, null, adjustment)]) { MinAdjustmentMagnitude = magnitude };

        steps.CapacityFor(basis, distance: 0, isAbove: true).Should().Be(expected);
    }

    [Theory]
    [InlineData(0, 11)]
    [InlineData(9.9, 11)]
    [InlineData(10, 12)]
    [InlineData(20, 13)]
    [InlineData(1e9, 13)]
    [InlineData(-1, 10)]
    public void CapacityFor_DistanceAboveTheThreshold_LowerBoundBelongsToTheStep(double distance, int expected)
    {
        var steps = Steps(new(0, 10, 1), new(10, 20, 2), new(20, null, 3));

        steps.CapacityFor(10, distance, isAbove: true).Should().Be(expected);
    }

    [Theory]
    [InlineData(0, 9)]
    [InlineData(-9.9, 9)]
    [InlineData(-10, 8)]
    [InlineData(-1e9, 8)]
    [InlineData(1, 10)]
    public void CapacityFor_DistanceBelowTheThreshold_UpperBoundBelongsToTheStep(double distance, int expected)
    {
        var steps = Steps(new(null, -10, -2), new(-10, 0, -1));

        steps.CapacityFor(10, distance, isAbove: false).Should().Be(expected);
    }

    private static StepScaling Steps(params StepAdjustment[] steps) => new(AdjustmentType.ChangeInCapacity, [.. steps]);
}
