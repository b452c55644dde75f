using System.Collections.Immutable;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Host.AutoScaling.Shapes;
using StepAdjustment = RollingDeploy.Core.AutoScaling.StepAdjustment;

namespace RollingDeploy.Host.AutoScaling;

/// <summary>The rules for step scaling policies (user guide, step scaling policies, and API reference, StepAdjustment).</summary>
internal static class StepScalingRules
{
    // AWS's quota: the most steps of a step scaling policy.
    private const int Most = 20;

    public static StepScaling Read(StepScalingPolicyConfiguration given)
    {
        var type = given.AdjustmentType ?? throw AutoScalingErrors.Validation("AdjustmentType must be specified for step scaling policies");
        ImmutableArray<StepAdjustment> steps =
        [
            .. (given.StepAdjustments ?? [])
                .Select(step => new StepAdjustment(
                    step.MetricIntervalLowerBound, step.MetricIntervalUpperBound, step.ScalingAdjustment!.Value))
                .OrderBy(step => step.LowerBound ?? double.NegativeInfinity),
        ];
        RequireIntervals(steps);
        if (type == "ExactCapacity" && steps.Any(step => step.Adjustment < 0))
        {
            throw AutoScalingErrors.Validation("ScalingAdjustment must not be negative when the adjustment type is ExactCapacity");
        }

        RequireMagnitude(given.MinAdjustmentMagnitude, type);
        return new(Enum.Parse<AdjustmentType>(type), steps)
        {
            Cooldown = ScalingPolicyRules.Cooldown(given.Cooldown, nameof(given.Cooldown)),
            MinAdjustmentMagnitude = given.MinAdjustmentMagnitude,
            Aggregation = Enum.Parse<MetricAggregation>(given.MetricAggregationType ?? "Average"),
        };
    }

    private static void RequireMagnitude(int? magnitude, string type)
    {
        if (magnitude is not null && (magnitude < 1 || type != "PercentChangeInCapacity"))
        {
            throw AutoScalingErrors.Validation(
                "MinAdjustmentMagnitude must be at least 1, and only supported when the adjustment type is PercentChangeInCapacity");
        }
    }

    // The steps are sorted by their lower bounds.
    private static void RequireIntervals(ImmutableArray<StepAdjustment> steps)
    {
        if (steps.Length is 0 or > Most)
        {
            throw AutoScalingErrors.Validation($"A step scaling policy must have between 1 and {Most} step adjustments");
        }

        if (steps.Any(step => step.LowerBound >= step.UpperBound))
        {
            throw AutoScalingErrors.Validation("MetricIntervalUpperBound must be greater than MetricIntervalLowerBound");
        }

        // Each step must begin where the previous one ends. Otherwise there is a gap or an overlap.
        if (steps.Zip(steps.Skip(1)).Any(
            pair => pair.First.UpperBound is null || pair.First.UpperBound != pair.Second.LowerBound))
        {
            throw AutoScalingErrors.Validation("Step adjustment intervals must not overlap, and there must be no gaps between them");
        }

        RequireOpenEnds(steps);
    }

    private static void RequireOpenEnds(ImmutableArray<StepAdjustment> steps)
    {
        if (steps[0].LowerBound < 0)
        {
            throw AutoScalingErrors.Validation(
                "There must be a step adjustment with an unspecified lower bound when one step adjustment has a negative lower bound");
        }

        if (steps[^1].UpperBound > 0)
        {
            throw AutoScalingErrors.Validation(
                "There must be a step adjustment with an unspecified upper bound when one step adjustment has a positive upper bound");
        }
    }
}
