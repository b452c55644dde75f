using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.InferenceComponents;

namespace RollingDeploy.Core.Traffic;

/// <summary>Chooses who answers a request (endpoint-metrics.md §4.1).</summary>
internal static class Router
{
    /// <summary>
    /// By chance, except for a session: it throws the same share every time, and so stays with a variant and a fleet for as long
    /// as their shares let it.
    /// </summary>
    public static Serving Choose(List<Serving> candidates, string? session, Dice routes) =>
        At(session is null ? routes.NextShare() : Dice.ShareOf(session), candidates);

    /// <summary>Who may answer a request: one at least.</summary>
    /// <exception cref="AwsError">Nobody may.</exception>
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

            // An adapter answers on the copies of its base.
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
    /// Which shadow variant gets a copy of a request; null for none. Without shadow variants no dice are thrown.
    /// </summary>
    public static Serving? ChooseShadow(Endpoint endpoint)
    {
        var shadows = Serving.OfShadows(endpoint);
        return shadows.Count > 0 ? Hit(endpoint.Region.Chance.Shadows.Routes.NextShare(), shadows) : null;
    }

    /// <summary>Whether a call that names no variant is answered.</summary>
    public static bool HasWeight(Endpoint endpoint) =>
        endpoint.Current is not { } current || current.ProductionVariants.Any(variant => variant.Weight > 0);

    private static Serving At(double share, List<Serving> serving) =>
        Hit(share * serving.Sum(each => each.Share), serving) ?? serving[^1];

    // Beyond the sum of all shares lies nobody's.
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
