using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.InferenceComponents;

namespace RollingDeploy.Core.Traffic;

/// <summary>
/// Chooses the instance of a variant with prefix-aware routing. The same beginning and the same identifier lead to the same
/// instance. If it is busy, the request goes to the instance with the fewest requests in flight. After a change of the fleet,
/// most requests still reach the same instance (AWS's blog, "Reduce LLM latency with prefix-aware routing on Amazon SageMaker
/// Inference").
/// </summary>
internal static class PrefixRouter
{
    /// <summary>
    /// Chooses among the instances of the variant that was chosen before. The instance is null for another routing strategy, and
    /// for a request of a session, which has its own instance.
    /// </summary>
    public static (Serving Serving, string? Instance) Route(
        Endpoint endpoint, List<Serving> candidates, Serving chosen, Invoke call)
    {
        if (call.SessionId is not null || SettingsOf(endpoint, chosen, call) is not { } settings)
        {
            return (chosen, null);
        }

        var key = KeyOf(call, settings.Length);
        var ofVariant = candidates.FindAll(each => each.Spec.VariantName == chosen.Spec.VariantName);
        var serving = Router.At(new Dice(key).NextShare(), ofVariant);
        var ranked = InstancesOf(SubjectOf(endpoint, call), serving).OrderByDescending(id => Rank(key, id)).ToList();
        var load = endpoint.InFlight;
        var instance = load.Of(ranked[0], endpoint.Region.Now) < settings.ConcurrencyThreshold
            ? ranked[0]
            : ranked.MinBy(id => load.Of(id, endpoint.Region.Now))!;
        return (serving, instance);
    }

    // Copies of an inference component are routed as the variant that hosts them says.
    private static PrefixRouting? SettingsOf(Endpoint endpoint, in Serving chosen, Invoke call) => call.Component is null
        ? chosen.Spec.PrefixRouting
        : endpoint.Current?.Find(chosen.Spec.VariantName)?.Spec.PrefixRouting;

    private static Deployable SubjectOf(Endpoint endpoint, Invoke call)
    {
        var named = endpoint.InferenceComponents.FirstOrDefault(each => each.Name == call.Component);
        return named is null ? endpoint : named.Base ?? named;
    }

    // Only so many instances of a new fleet get traffic, first the oldest ones.
    private static IEnumerable<string> InstancesOf(Deployable subject, Serving serving) => subject.Fleets
        .SelectMany(fleet => fleet.Variants)
        .SelectMany(variant => variant.Instances)
        .Where(instance => instance.State == InstanceState.InService
            && instance.Spec.VariantName == serving.Spec.VariantName
            && instance.Spec.ConfigName == serving.Spec.ConfigName
            && instance.Spec.ModelName == serving.Spec.ModelName)
        .Take(serving.Instances)
        .Select(instance => instance.Id);

    // The instance with the highest rank gets the request (rendezvous hashing). A new instance takes over only the requests for
    // which its rank is the highest: of four instances, a quarter. The other requests stay where they were.
    private static ulong Rank(ulong key, string instance) => new Dice(key ^ Dice.HashOf(instance)).Next();

    private static ulong KeyOf(Invoke call, int length)
    {
        var hash = Dice.HashOf(call.PrefixAwareId ?? "");
        foreach (var each in call.Beginning.Span[..Math.Min(length, call.Beginning.Length)])
        {
            hash = Dice.Continue(hash, each);
        }

        return hash;
    }
}
