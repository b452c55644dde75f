using RollingDeploy.Core;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Resources;

namespace RollingDeploy.Benchmarks;

/// <summary>How many a filter fits.</summary>
internal enum Share
{
    Ten,

    /// <summary>Of a hundred ten, of a hundred thousand a thousand.</summary>
    Thousand,

    Half,
    AllButTen,
}

/// <summary>How names and times go together.</summary>
internal enum Layout
{
    /// <summary>By name, by creation and by the last change it is the same order.</summary>
    InStep,

    /// <summary>By creation and by the last change it is the same order, by name another one.</summary>
    NamesShuffled,

    /// <summary>Each order is another one.</summary>
    Shuffled,
}

/// <summary>A filter for so many of a table's rows.</summary>
internal sealed record ListFilter(string Name, Func<ResourceQuery, int, int, ResourceQuery> Of)
{
    public bool IsSingle { get; init; } = true;

    public Share[] Shares { get; init; } = Enum.GetValues<Share>();

    public static IReadOnlyList<ListFilter> All { get; } =
    [
        new("no filter", (query, _, _) => query) { Shares = [Share.Half] },
        new("CreationTimeAfter", (query, all, fit) => query with { Created = new(ListTable.At(all - fit), null) }),
        new("CreationTimeBefore", (query, _, fit) => query with { Created = new(null, ListTable.At(fit)) }),
        new("LastModifiedTimeAfter", (query, all, fit) => query with { Modified = new(ListTable.At(all - fit), null) }),
        new("LastModifiedTimeBefore", (query, _, fit) => query with { Modified = new(null, ListTable.At(fit)) }),
        new("StatusEquals", (query, _, _) => query with { Facets = [new(FacetKind.Status, "Wanted")] }),
        new("EndpointNameEquals", (query, _, _) => query with { Facets = [new(FacetKind.Endpoint, "Wanted")] }),
        new("VariantNameEquals", (query, _, _) => query with { Facets = [new(FacetKind.Variant, "Wanted")] }),
        new("NameContains", (query, _, _) => query with { NameContains = "wanted" }) { IsSingle = false },
        new("CreationTimeAfter and Before", (query, all, fit) => query with { Created = Middle(all, fit) }) { IsSingle = false },
        new("LastModifiedTimeAfter and Before", (query, all, fit) => query with { Modified = Middle(all, fit) }) { IsSingle = false },
        new(
            "CreationTimeBefore and LastModifiedTimeAfter",
            (query, all, fit) => query with
                { Created = new(null, ListTable.At(fit)), Modified = new(ListTable.At(all - fit), null) })
        {
            IsSingle = false,
        },
        new(
            "CreationTimeAfter and LastModifiedTimeBefore",
            (query, all, fit) => query with
                { Created = new(ListTable.At(all - fit), null), Modified = new(null, ListTable.At(all - fit)) })
        {
            IsSingle = false,
        },
    ];

    private static TimeWindow Middle(int all, int fit) => new(ListTable.At((all - fit) / 2), ListTable.At((all + fit) / 2));
}

/// <summary>A table of things, of which a share has the value that is asked for.</summary>
internal sealed class ListTable
{
    private static readonly Dictionary<(int, Share, Layout), ListTable> Known = [];
    private readonly ResourceTable<Thing> _table;
    private readonly int _fit;

    private ListTable(int count, Share share, Layout layout)
    {
        var world = new World("000000000000", new WorldSettings());
        _table = new(world.Read(Worlds.Region, world.Now, region => region), SubjectType.Model, "thing");
        _fit = share switch
        { Share.Ten => 10, Share.Thousand => Math.Clamp(count / 10, 10, 1000), Share.Half => count / 2, _ => count - 10 };

        // Neither number has a factor in common with a hundred or a hundred thousand, so each place is taken once.
        var (first, second) =
            layout switch { Layout.InStep => (1, 1), Layout.NamesShuffled => (61_803, 61_803), _ => (61_803, 38_197) };
        for (var i = 0; i < count; i++)
        {
            var (created, modified) = ((int)((long)i * first % count), (int)((long)i * second % count));
            _table.Add(new Thing(i, created, modified, i < _fit));
        }
    }

    public static ListTable Of(int count, Share share, Layout layout) =>
        Known.TryGetValue((count, share, layout), out var known)
            ? known
            : Known[(count, share, layout)] = new(count, share, layout);

    public static DateTimeOffset At(int second) => new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(second);

    public ResourceQuery Query(ListFilter filter, ResourceQuery query, bool fromTheMiddle)
    {
        var whole = filter.Of(query, _table.Count, _fit);
        var rows = _table.Find(whole with { Most = int.MaxValue });
        return whole with { Behind = fromTheMiddle && rows.Count > 0 ? rows[rows.Count / 2].Key(query.Order) : null };
    }

    public IReadOnlyList<Row<Thing>> Find(ResourceQuery query) => _table.Find(query);

    /// <summary>Changes the status and the time of every row.</summary>
    public void ChangeAll()
    {
        foreach (var thing in _table.All.ToList())
        {
            thing.Change();
            _table.Reorder(thing);
        }
    }

    internal sealed class Thing(int place, int created, int modified, bool isWanted) : IResource
    {
        private readonly string _value = isWanted ? "Wanted" : "Other";
        private int _changes;

        public string Name { get; } = FormattableString.Invariant($"thing-{place:D6}-{(isWanted ? "wanted" : "other")}");

        public DateTimeOffset CreationTime { get; } = At(created);

        public DateTimeOffset LastModifiedTime { get; private set; } = At(modified);

        public string StatusName => _changes % 2 == 0 ? _value : "Updating";

        public IEnumerable<Facet> Facets =>
            [new(FacetKind.Status, StatusName), new(FacetKind.Endpoint, _value), new(FacetKind.Variant, _value)];

        public void Change()
        {
            _changes++;
            LastModifiedTime = LastModifiedTime.AddDays(1);
        }
    }
}
