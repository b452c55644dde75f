using RollingDeploy.Core.Endpoints;
using RollingDeploy.Host.Control.Events;
using RollingDeploy.Host.Hosting;
using Endpoint = RollingDeploy.Core.Endpoints.Endpoint;

namespace RollingDeploy.Host.Control.Views;

/// <summary>The endpoints of a region, as they are after the event at <c>position</c>.</summary>
/// <param name="Position">The ID of the last event that the list includes, for the parameter <c>after</c> of the events.</param>
/// <param name="Now">The virtual time.</param>
/// <param name="Total">The number of endpoints that the filter fits. The list can have fewer.</param>
/// <param name="Endpoints">The endpoints, sorted by name.</param>
/// <param name="Elsewhere">Other accounts and regions that have endpoints, at most 20.</param>
internal sealed record EndpointList(
    string Position, DateTimeOffset Now, int Total, List<EndpointSummary> Endpoints, List<EndpointPlace> Elsewhere)
{
    /// <summary>Lists the endpoints whose names contain a text.</summary>
    public static EndpointList Of(Partition partition, string? contains, int most)
    {
        var elsewhere = EndpointPlace.Besides(partition);
        using var turn = new Visit(partition.ForReading).Enter();
        List<Endpoint> found =
        [
            .. turn.Region(partition.RegionName).Endpoints.All
                .Where(endpoint => contains is null || endpoint.Name.Contains(contains, StringComparison.OrdinalIgnoreCase))
                .OrderBy(endpoint => endpoint.Name, StringComparer.OrdinalIgnoreCase),
        ];
        var log = turn.View.Log;
        return new(
            new EventPlace(log.Epoch, log.Last).ToString(),
            turn.Now,
            found.Count,
            [.. found.Take(most).Select(EndpointSummary.Of)],
            elsewhere);
    }
}

/// <summary>An account and a region that have endpoints.</summary>
internal sealed record EndpointPlace(string Account, string Region, int Endpoints)
{
    // Looking in a thousand accounts takes a few milliseconds.
    private const int MostWorlds = 1000;
    private const int Most = 20;

    /// <summary>Returns the places other than that of a call.</summary>
    public static List<EndpointPlace> Besides(Partition partition)
    {
        var (account, region) = (partition.AccountId, partition.RegionName);
        return
        [
            .. partition.Worlds.Begun.Take(MostWorlds)
                .SelectMany(each => each.Session.World.Read(world => PlacesIn(each.Account, world)))
                .Where(place => place.Account != account || place.Region != region)
                .OrderByDescending(place => place.Account == account)
                .ThenBy(place => place.Account, StringComparer.Ordinal)
                .ThenBy(place => place.Region, StringComparer.Ordinal)
                .Take(Most),
        ];
    }

    private static List<EndpointPlace> PlacesIn(string account, Core.WorldView world) =>
    [
        .. world.Regions
            .Select(region => new EndpointPlace(account, region.Name, region.Endpoints.Count))
            .Where(place => place.Endpoints > 0),
    ];
}
