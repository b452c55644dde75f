using FsCheck;
using FsCheck.Fluent;
using RollingDeploy.Core.Resources;
using RollingDeploy.Core.Tests.Support;

namespace RollingDeploy.Core.Tests.Resources;

/// <summary>Whatever comes, goes and changes its status between two pages: the rows are those of a naive sort.</summary>
public sealed class ResourceOrderTests
{
    private static readonly ResourceOrder[] Orders = Enum.GetValues<ResourceOrder>();
    private static readonly string[] Names = ["a", "B", "b-1", "b1", "C", "c-c", "d", "Z", "z0", "m-00", "M-01"];
    private static readonly string[] Statuses = ["Creating", "InService", "Updating", "UpdateRollbackFailed", "Failed"];
    private static readonly Config Cases = Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(500).WithReplay(1234567, 7654321);

    // Three numbers choose what happens: which resource, what to it, and with which status or at which moment.
    private static readonly Arbitrary<int[][]> Acts = Arb.From(
        Gen.Choose(0, 999).Select(n => n).ArrayOf(3).ListOf(40).Select(acts => acts.ToArray()));

    [Fact]
    public void Rows_AfterAnyChanges_AreThoseOfANaiveSort() => Prop.ForAll(Acts, acts =>
    {
        var stage = new Stage();
        foreach (var act in acts)
        {
            stage.Do(act);
            foreach (var order in Orders)
            {
                stage.Table.Rows(order, descending: false, null, null).Select(row => row.Resource).Should().Equal(stage.Sorted(order));
                stage.Table.Rows(order, descending: true, null, null).Select(row => row.Resource).Should().Equal(stage.Sorted(order).AsEnumerable().Reverse());
            }
        }
    }).Check(Cases);

    [Fact]
    public void Rows_AfterARowThatChangedOrWent_GoOnBehindWhereItWas() => Prop.ForAll(Acts, acts =>
    {
        var stage = new Stage();
        var last = Orders.ToDictionary(order => order, _ => (string?)null);
        foreach (var act in acts)
        {
            stage.Do(act);
            foreach (var order in Orders)
            {
                var rows = stage.Table.Rows(order, descending: false, last[order], null).ToList();
                rows.Select(row => row.Resource).Should().Equal(
                    stage.Sorted(order).Where(each => last[order] is null || string.CompareOrdinal(Stage.Key(order, each), last[order]) > 0));
                last[order] = rows.Count == 0 ? null : rows[Math.Min(1, rows.Count - 1)].Key;
            }
        }
    }).Check(Cases);

    [Fact]
    public void Rows_OfOneStatusAndSpan_AreThoseOfANaiveFilter() => Prop.ForAll(Acts, acts =>
    {
        var stage = new Stage();
        foreach (var act in acts)
        {
            stage.Do(act);
        }

        foreach (var status in Statuses)
        {
            var from = ResourceKey.In(status) + ResourceKey.At(Stage.Start.AddSeconds(3));
            var to = ResourceKey.In(status) + ResourceKey.At(Stage.Start.AddSeconds(7));
            stage.Table.Rows(ResourceOrder.StatusThenCreationTime, descending: true, from, to).Select(row => row.Resource).Should().Equal(
                stage.Sorted(ResourceOrder.CreationTime).AsEnumerable().Reverse().Where(each =>
                    each.StatusName == status && each.CreationTime >= Stage.Start.AddSeconds(3) && each.CreationTime < Stage.Start.AddSeconds(7)));
            stage.Table.Rows(ResourceOrder.Status, descending: false, ResourceKey.In(status), ResourceKey.After(ResourceKey.In(status)))
                .Select(row => row.Resource).Should().Equal(stage.Sorted(ResourceOrder.Name).Where(each => each.StatusName == status));
        }
    }).Check(Cases);

    private sealed class Thing(string name, DateTimeOffset created, string status) : IResource
    {
        public string Name => name;

        public DateTimeOffset CreationTime => created;

        public string StatusName { get; set; } = status;
    }

    private sealed class Stage
    {
        public static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public ResourceTable<Thing> Table { get; } = new(new TestWorld().Region, "thing");

        public void Do(int[] act)
        {
            var (name, status) = (Names[act[0] % Names.Length], Statuses[act[2] % Statuses.Length]);
            if (!Table.TryGet(name, out var thing))
            {
                Table.Add(new Thing(name, Start.AddSeconds(act[2] % 10), status));
            }
            else if (act[1] % 3 == 0)
            {
                Table.Remove(thing);
            }
            else
            {
                thing.StatusName = status;
                Table.Reorder(thing);
            }
        }

        public List<Thing> Sorted(ResourceOrder order) => Table.All
            .OrderBy(each => order is ResourceOrder.Status or ResourceOrder.StatusThenCreationTime ? each.StatusName : "", StringComparer.Ordinal)
            .ThenBy(each => order is ResourceOrder.CreationTime or ResourceOrder.StatusThenCreationTime ? each.CreationTime : default)
            .ThenBy(each => each.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();

        public static string Key(ResourceOrder order, Thing each) => ResourceKey.Of(order, each.Name, each.CreationTime, each.StatusName);
    }
}
