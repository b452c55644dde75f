using RollingDeploy.Core;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.Routing;

namespace RollingDeploy.Host.Control;

/// <summary>
/// Says in which account and region a missing resource was looked for, and in which others it exists. This helps callers who
/// forget <c>?account=</c> and so use the standard account. It looks only in accounts that are in use.
/// </summary>
internal static class Whereabouts
{
    // Looking in a thousand accounts takes a few milliseconds. With more accounts, a fast answer is better than a complete hint.
    private const int MostWorlds = 1000;
    private const int MostTold = 3;

    public static string Tell(MissingException missing, HttpRequest request, Worlds worlds)
    {
        var here = Caller.Named(request.Head(), worlds.Settings.Account);
        var places = Places(missing, here, worlds);
        var told = places.Take(MostTold).Select(there => Tell(here, there, request.Query)).ToList();
        if (places.Count > MostTold)
        {
            told.Add("There are more.");
        }

        return string.Join(' ', told.Prepend($"{missing.Message} in account {here.Account}, region {here.Region}."));
    }

    /// <summary>
    /// Adds a warning header if the resource does not exist in this account and region but exists in another one. The call still
    /// succeeds, because the resource may be created later.
    /// </summary>
    public static void Warn(MissingException missing, Partition partition)
    {
        if (!partition.Read(missing.IsIn) && Places(missing,
            Caller.Named(partition.Http.Request.Head(), partition.Worlds.Settings.Account), partition.Worlds).Count > 0)
        {
            partition.Http.Response.Headers[Notices.Header] = Tell(missing, partition.Http.Request, partition.Worlds);
        }
    }

    // The same account first, then the same region in other accounts.
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

    private static List<string> RegionsWith(WorldView world, MissingException missing) =>
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
