using RollingDeploy.Core.Endpoints;

namespace RollingDeploy.Core.Traffic;

/// <summary>Chooses who answers a request (endpoint-metrics.md §4.1).</summary>
internal static class Router
{
    public static Serving Choose(Endpoint endpoint, string? variant, string? component, Dice dice)
    {
        if (component is not null)
        {
            return Throw(OfComponent(endpoint, component), endpoint.Name, dice);
        }

        if (endpoint.HostsComponents)
        {
            throw RuntimeFaults.ComponentHeaderMissing();
        }

        if (variant is null)
        {
            return HasWeight(endpoint) ? Throw(Serving.Of(endpoint), endpoint.Name, dice) : throw RuntimeFaults.NoWeight(endpoint.Name);
        }

        if ((endpoint.Current?.Find(variant) ?? endpoint.Pending?.Find(variant)) is null or { Spec.IsShadow: true })
        {
            throw RuntimeFaults.VariantNotFound(variant, endpoint.Name);
        }

        return Throw(Serving.Of(endpoint, variant), endpoint.Name, dice);
    }

    /// <summary>Which shadow variant gets a copy of a request; null for none. Without shadow variants no dice are thrown.</summary>
    public static Serving? ChooseShadow(Endpoint endpoint, Dice dice)
    {
        var shadows = Serving.OfShadows(endpoint);
        var thrown = shadows.Count > 0 ? dice.NextShare() : 0;
        foreach (var each in shadows)
        {
            thrown -= each.Share;
            if (thrown < 0)
            {
                return each;
            }
        }

        return null;
    }

    private static List<Serving> OfComponent(Endpoint endpoint, string name)
    {
        var component = endpoint.InferenceComponents.FirstOrDefault(each => each.Name == name)
            ?? throw RuntimeFaults.ComponentNotFound(name, endpoint.Name);

        // An adapter answers on the copies of its base.
        var serving = Serving.Of(component.Base ?? component);
        return serving.Count > 0 ? serving : throw RuntimeFaults.NoCapacity();
    }

    /// <summary>Whether a call that names no variant is answered.</summary>
    public static bool HasWeight(Endpoint endpoint) =>
        endpoint.Current is not { } current || current.ProductionVariants.Any(variant => variant.Weight > 0);

    private static Serving Throw(List<Serving> serving, string endpoint, Dice dice)
    {
        if (serving.Count == 0)
        {
            throw RuntimeFaults.NothingServes(endpoint);
        }

        var thrown = dice.NextShare() * serving.Sum(each => each.Share);
        foreach (var each in serving)
        {
            thrown -= each.Share;
            if (thrown < 0)
            {
                return each;
            }
        }

        return serving[^1];
    }
}
