using RollingDeploy.Core.Events;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Resources;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Resources;

/// <summary>Something to list.</summary>
internal sealed class Thing(string name, DateTimeOffset created, string endpoint, string variant) : IResource
{
    public string Name => name;

    public DateTimeOffset CreationTime { get; } = created;

    public DateTimeOffset LastModifiedTime { get; set; } = created;

    public string StatusName { get; set; } = "Creating";

    public string Endpoint => endpoint;

    public string Variant => variant;

    public IEnumerable<Facet> Facets =>
        [Facet.Status(StatusName)!.Value, Facet.Endpoint(Endpoint)!.Value, Facet.Variant(Variant)!.Value];
}

/// <summary>The last row of a page: its key, and what the key stood for when the page was given.</summary>
internal sealed record ThingPlace(
    string Key, string Name, string Status, DateTimeOffset CreationTime, DateTimeOffset LastModifiedTime)
{
    public static ThingPlace Of(Thing thing, string key = "") =>
        new(key, thing.Name, thing.StatusName, thing.CreationTime, thing.LastModifiedTime);
}

/// <summary>A table in which things come, go and change, by dice.</summary>
internal sealed class ThingStage
{
    public static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Statuses = ["Creating", "InService", "Updating", "UpdateRollbackFailed", "Failed"];
    private static readonly string[] Endpoints = ["One", "two", "three-3"];
    private static readonly string[] Prefixes = ["a", "B", "b-", "M-0", "z"];
    private readonly Dice _dice;

    public ThingStage(ulong seed = 1, int things = 0)
    {
        _dice = new(seed);
        while (Table.Count < things)
        {
            Change(times: 1);
        }
    }

    public ResourceTable<Thing> Table { get; } = new(new TestWorld().Region, SubjectType.Model, "thing");

    public void Add(string name, int second) =>
        Table.Add(new Thing(name, Start.AddSeconds(second), Endpoints[Any(Endpoints.Length)], Any(4) == 0 ? "b" : "a"));

    /// <summary>Half of what happens to something is that it comes; a fifth of the rest is that it goes.</summary>
    public void Change(int times)
    {
        for (var i = 0; i < times; i++)
        {
            var name = $"{Prefixes[Any(Prefixes.Length)]}{Any(120)}";
            if (!Table.TryGet(name, out var thing))
            {
                Add(name, Any(100));
            }
            else if (Any(5) == 0)
            {
                Table.Remove(thing);
            }
            else
            {
                thing.StatusName = Statuses[Any(Statuses.Length)];
                thing.LastModifiedTime = Start.AddSeconds(Any(100));
                Table.Reorder(thing);
            }
        }
    }

    public IEnumerable<string> Names(ResourceQuery query) => Table.Find(query).Select(row => row.Resource.Name);

    /// <summary>What fits, sorted, behind the last row as it stood then.</summary>
    public IEnumerable<Thing> Naive(ResourceOrder order, bool isDescending, Func<Thing, bool> fits, ThingPlace? last)
    {
        var sorted = Table.All.Where(fits)
            .Order(Comparer<Thing>.Create((one, other) => Compare(order, one, ThingPlace.Of(other))))
            .ToList();
        return (isDescending ? sorted.AsEnumerable().Reverse() : sorted)
            .Where(thing => last is null || (isDescending ? Compare(order, thing, last) < 0 : Compare(order, thing, last) > 0));
    }

    private static int Compare(ResourceOrder order, Thing thing, ThingPlace place)
    {
        var sign = order switch
        {
            ResourceOrder.Name => 0,
            ResourceOrder.CreationTime => thing.CreationTime.CompareTo(place.CreationTime),
            ResourceOrder.Status => string.CompareOrdinal(thing.StatusName, place.Status),
            _ => thing.LastModifiedTime.CompareTo(place.LastModifiedTime),
        };
        return sign != 0 ? sign : StringComparer.OrdinalIgnoreCase.Compare(thing.Name, place.Name);
    }

    private int Any(int below) => (int)(_dice.Next() % (ulong)below);
}
