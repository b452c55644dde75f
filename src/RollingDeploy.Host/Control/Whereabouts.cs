using RollingDeploy.Core;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Control;

/// <summary>
/// Says where something was looked for, and in which other account or region it is: whoever forgets <c>?account=</c> looks in the
/// standard account. It looks into the worlds that there are, and makes none.
/// </summary>
internal static class Whereabouts
{
    // A thousand accounts are looked into within a few milliseconds; beyond that an answer without a hint is better than a slow
    // one.
    private const int MostWorlds = 1000;
    private const int MostTold = 3;

    public static string Tell(MissingException missing, HttpRequest request, Worlds worlds)
    {
        var here = Caller.Named(request, worlds.Settings.Account);
        var places = Places(missing, here, worlds);
        var told = places.Take(MostTold).Select(there => Tell(here, there, request.Query)).ToList();
        if (places.Count > MostTold)
        {
            told.Add("There are more.");
        }

        return string.Join(' ', told.Prepend($"{missing.Message} in account {here.Account}, region {here.Region}."));
    }

    /// <summary>
    /// Warns in a header where something that may be named before it is there is in another account or region, and not here: the
    /// call is carried out, and may have been meant for that world.
    /// </summary>
    public static void Warn(MissingException missing, Partition partition)
    {
        if (!partition.Read(missing.IsIn) && Places(missing,
            Caller.Named(partition.Http.Request, partition.Worlds.Settings.Account), partition.Worlds).Count > 0)
        {
            partition.Http.Response.Headers[Notices.Header] = Tell(missing, partition.Http.Request, partition.Worlds);
        }
    }

    // The nearest first: the same account, then the same region.
    private static List<Caller> Places(MissingException missing, Caller here, Worlds worlds) =>
    [
        .. worlds.Begun.Take(MostWorlds)
            .SelectMany(each => each.Session.World.Read(world => RegionsWith(world, missing)).Select(
                region => new Caller(each.Account, region)))
            .OrderByDescending(there => there.Account == here.Account)
            .ThenByDescending(there => there.Region == here.Region)
            .ThenBy(there => there.Account, StringComparer.Ordinal)
            .ThenBy(there => there.Region, StringComparer.Ordinal),
    ];

    private static List<string> RegionsWith(World world, MissingException missing) =>
        [.. world.Regions.Where(missing.IsIn).Select(region => region.Name)];

    private static string Tell(Caller here, Caller there, IQueryCollection query)
    {
        List<(string Name, string Value)> parameters = [];
        if (there.Account != here.Account)
        {
            parameters.Add(("account", there.Account));
        }

        if (there.Region != here.Region)
        {
            parameters.Add(("region", there.Region));
        }

        var verb = parameters.Any(each => query.ContainsKey(each.Name)) ? "use" : "add";
        var addition = string.Join('&', parameters.Select(each => $"{each.Name}={each.Value}"));
        return $"Account {there.Account} has one in {there.Region}: {verb} ?{addition}.";
    }
}
