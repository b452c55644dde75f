using RollingDeploy.Core.Containers;

namespace RollingDeploy.Host.Behaviors;

/// <summary>A value of a behavior is not valid.</summary>
internal sealed class BehaviorException(string word, string value, string canBe) : Exception
{
    /// <summary>The name of the trait, such as <c>ERROR_RATE</c>.</summary>
    public string Word { get; } = word;

    /// <summary>The error message. <paramref name="name"/> is the name that the user knows the trait by.</summary>
    public string Sentence(string name) => $"{name} is {(value.Length > 200 ? value[..200] + "…" : value)}; it must be {canBe}.";
}

/// <summary>Reads a behavior from the names and values of traits. All sources of behavior follow the same rules.</summary>
internal static class BehaviorReader
{
    /// <summary>Reads the traits. Returns null if there are none.</summary>
    /// <exception cref="BehaviorException">A value is not valid, or two values contradict each other.</exception>
    public static ModelBehavior? Read(IReadOnlyDictionary<string, string> said, ForwardTargets targets)
    {
        if (said.Count == 0)
        {
            return null;
        }

        var behavior = new ModelBehavior();
        foreach (var trait in Trait.All)
        {
            if (said.TryGetValue(trait.Word, out var value))
            {
                behavior = trait.Say(behavior, value) ?? throw new BehaviorException(trait.Word, value, trait.CanBe);
            }
        }

        return Contradiction(behavior, targets) is var (word, canBe)
            ? throw new BehaviorException(word, said.GetValueOrDefault(word, "not given"), canBe)
            : behavior;
    }

    private static (string Word, string CanBe)? Contradiction(ModelBehavior said, ForwardTargets targets) =>
        said.LatencyP99Ms < said.LatencyMedianMs ? ("LATENCY_P99_MS", "at least the median")
        : said.ErrorRate + said.ClientErrorRate > 1 ? ("CLIENT_ERROR_RATE", "at most 1 when the rate of server errors is added")
        : said.Response is { Kind: ResponseKind.Echo, Body: not null } ? ("RESPONSE_KIND", "fixed or template if there is a body")
        : said.Response is { Kind: ResponseKind.Fixed or ResponseKind.Template, Body: null }
            ? ("RESPONSE", "given if the kind is fixed or template")
        : said.Response is { Kind: ResponseKind.Template, Body: { } body } && body.Split("{body}").Length > 2
            ? ("RESPONSE", "a template that contains {body} at most once")
        : said.ForwardTo is { } target && !targets.Allow(target) ? ("FORWARD_TO", ForwardTargets.Allowed)
        : null;
}
