using RollingDeploy.Core.Containers;

namespace RollingDeploy.Host.Behaviors;

/// <summary>Something was said of a behaviour that makes no sense.</summary>
internal sealed class BehaviorException(string word, string value, string canBe) : Exception
{
    /// <summary>The trait.</summary>
    public string Word { get; } = word;

    /// <summary>The sentence, with the trait under the name that it was said by.</summary>
    public string Sentence(string name) => $"{name} is {(value.Length > 200 ? value[..200] + "…" : value)}; it must be {canBe}.";
}

/// <summary>Reads a behaviour from words and values: the same rules wherever it is said.</summary>
internal static class BehaviorReader
{
    /// <summary>Null where nothing is said.</summary>
    /// <exception cref="BehaviorException">A value makes no sense, by itself or beside the others.</exception>
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
        : said.ErrorRate + said.ClientErrorRate > 1 ? ("CLIENT_ERROR_RATE", "at most 1 together with the rate of server errors")
        : said.Response is { Kind: ResponseKind.Echo, Body: not null } ? ("RESPONSE_KIND", "fixed or template where a body is given")
        : said.Response is { Kind: ResponseKind.Fixed or ResponseKind.Template, Body: null } ? ("RESPONSE", "given where the kind is fixed or template")
        : said.Response is { Kind: ResponseKind.Template, Body: { } body } && body.Split("{body}").Length > 2
            ? ("RESPONSE", "a template with {body} in it once at most")
        : said.ForwardTo is { } target && !targets.Allow(target) ? ("FORWARD_TO", ForwardTargets.Allowed)
        : null;
}
