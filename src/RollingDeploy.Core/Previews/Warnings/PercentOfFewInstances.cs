using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Previews.Warnings;

/// <summary>
/// A percentage is less than one instance, so it is one instance. For example, 20 % of 2 is 1, which is half the traffic.
/// </summary>
internal static class PercentOfFewInstances
{
    public static IEnumerable<PreviewWarning> Find(WarningSubject subject)
    {
        if (subject.Update.Policy == DeploymentPolicy.Default)
        {
            yield break;
        }

        foreach (var (member, size) in Sizes(subject.Config!))
        {
            foreach (var variant in subject.Scene.After.Variants.Where(variant => !variant.IsShadow && !variant.IsServerless))
            {
                var count = variant.InitialInstanceCount;
                if (size.Type == CapacitySizeType.CapacityPercent && (long)count * size.Value < 100 && count > 0)
                {
                    yield return Warn(member, size.Value, variant.Name, count);
                }
            }
        }
    }

    private static PreviewWarning Warn(string member, int percent, string variant, int count) => new(
        "percentRoundsToOneInstance",
        $"DeploymentConfig.{member}",
        FormattableString.Invariant(
            $"{percent} % of the {count} instances of variant {variant} is less than one instance, so it is one instance: {100.0 / count:0.#} % of the traffic."),
        FormattableString.Invariant($"Use at least {(100 + percent - 1) / percent} instances, or write INSTANCE_COUNT 1 to say what happens."));

    private static IEnumerable<(string Member, CapacitySize Size)> Sizes(DeploymentConfig config)
    {
        (string, CapacitySize?)[] all =
        [
            ("BlueGreenUpdatePolicy.TrafficRoutingConfiguration.CanarySize", config.BlueGreen?.CanarySize),
            ("BlueGreenUpdatePolicy.TrafficRoutingConfiguration.LinearStepSize", config.BlueGreen?.LinearStepSize),
            ("RollingUpdatePolicy.MaximumBatchSize", config.Rolling?.MaximumBatchSize),
        ];
        return all.Where(each => each.Item2 is not null).Select(each => (each.Item1, each.Item2!));
    }
}
