using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.InferenceComponents;

namespace RollingDeploy.Core.Traffic;

/// <summary>Chooses the instances that answer a request (endpoint-metrics.md §4.1).</summary>
internal static class Router
{
    /// <summary>
    /// Chooses at random. A session always uses the same number instead of a random one, so it stays with its variant and fleet
    /// as long as the shares allow it.
    /// </summary>
    public static Serving Choose(List<Serving> candidates, string? session, Dice routes) =>
        At(session is null ? routes.NextShare() : Dice.ShareOf(session), candidates);

    /// <summary>Returns the instances that can answer a request, with their shares. There is at least one entry.</summary>
    /// <exception cref="AwsError">No instances can answer the request.</exception>
    public static List<Serving> Candidates(Endpoint endpoint, Invoke call)
    {
        var serving = Candidates(endpoint, call.TargetVariant, call.Component);
        return serving.Count > 0 ? serving : throw RuntimeErrors.NothingServes(endpoint.Name);
    }

    private static List<Serving> Candidates(Endpoint endpoint, string? variant, string? component)
    {
        if (component is not null)
        {
            var named = endpoint.InferenceComponents.First(each => each.Name == component);

            // The copies of the base component answer the requests of an adapter.
            var serving = Serving.Of(named.Base ?? named);
            return serving.Count > 0 ? serving : throw RuntimeErrors.NoCapacity();
        }

        if (variant is null)
        {
            return HasWeight(endpoint) ? Serving.Of(endpoint) : throw RuntimeErrors.NoWeight(endpoint.Name);
        }

        if ((endpoint.Current?.Find(variant) ?? endpoint.Pending?.Find(variant)) is null or { Spec.IsShadow: true })
        {
            throw RuntimeErrors.VariantNotFound(variant, endpoint.Name);
        }

        return Serving.Of(endpoint, variant);
    }

    /// <summary>
    /// Chooses the shadow variant that gets a copy of a request; null for none. Without shadow variants, no random number is
    /// used.
    /// </summary>
    public static Serving? ChooseShadow(Endpoint endpoint)
    {
        var shadows = Serving.OfShadows(endpoint);
        return shadows.Count > 0 ? Hit(endpoint.Region.Chance.Shadows.Routes.NextShare(), shadows) : null;
    }

    /// <summary>
    /// Returns false if all production variants have the weight 0. Then a request without a target variant cannot be answered.
    /// </summary>
    public static bool HasWeight(Endpoint endpoint) =>
        endpoint.Current is not { } current || current.ProductionVariants.Any(variant => variant.Weight > 0);

    /// <summary>Returns the instances at a place from 0 to 1 in the sum of all shares.</summary>
    public static Serving At(double share, List<Serving> serving) =>
        Hit(share * serving.Sum(each => each.Share), serving) ?? serving[^1];

    // Returns null if the number is beyond the sum of all shares.
    private static Serving? Hit(double thrown, List<Serving> serving)
    {
        foreach (var each in serving)
        {
            thrown -= each.Share;
            if (thrown < 0)
            {
                return each;
            }
        }

        return null;
    }
}
