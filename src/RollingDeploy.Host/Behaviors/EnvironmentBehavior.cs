using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Behaviors;

/// <summary>Reads the behavior of a model from environment variables of its containers, which any AWS tool can set.</summary>
internal static class EnvironmentBehavior
{
    private const string Prefix = "ROLLINGDEPLOY_";

    /// <summary>
    /// Combines the behavior of all containers. A later container overrides an earlier one. Returns null if no container sets
    /// any.
    /// </summary>
    /// <exception cref="AwsError">A variable that begins with ROLLINGDEPLOY_ is unknown, or its value is not valid.</exception>
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
            throw SageMakerErrors.Validation($"RollingDeploy does not know the environment variable {Prefix}{unknown}. It knows {known}.");
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
