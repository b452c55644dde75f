using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Behaviors;

/// <summary>How containers' environments say that a model behaves: any AWS tool can set those.</summary>
internal static class EnvironmentBehavior
{
    private const string Prefix = "ROLLINGDEPLOY_";

    /// <summary>What all containers say together, a later one before an earlier; null where none says anything.</summary>
    /// <exception cref="AwsError">A variable of ours makes no sense.</exception>
    public static ModelBehavior? Read(IEnumerable<Dictionary<string, string>?> environments, ForwardTargets targets) =>
        environments
        .Select(environment => Read(environment ?? [], targets))
        .Aggregate((ModelBehavior?)null, (before, later) => before is null ? later : before.With(later));

    private static ModelBehavior? Read(Dictionary<string, string> environment, ForwardTargets targets)
    {
        var ours = environment.Where(each => each.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(each => each.Key[Prefix.Length..], each => each.Value, StringComparer.Ordinal);
        if (ours.Keys.Except(Trait.All.Select(trait => trait.Word)).FirstOrDefault() is { } unknown)
        {
            var known = string.Join(", ", Trait.All.Select(trait => Prefix + trait.Word));
            throw SageMakerErrors.Validation($"The environment has no variable {Prefix}{unknown} of RollingDeploy's; there are {known}.");
        }

        try
        {
            return BehaviorReader.Read(ours, targets);
        }
        catch (BehaviorException odd)
        {
            throw SageMakerErrors.Validation($"The environment variable {odd.Sentence(Prefix + odd.Word)}");
        }
    }
}
