using RollingDeploy.Core.Resources;

namespace RollingDeploy.Core.Tests.Resources;

/// <summary>
/// Whatever is asked for, and whatever comes, goes and changes between two pages: the rows are those of a naive filter and sort.
/// </summary>
public sealed class FindTests
{
    public static TheoryData<string> Filters => [.. Filter.All.Select(filter => filter.Name)];

    [Fact]
    public void Find_WithoutFilters_IsInOrder()
    {
        var stage = new ThingStage();
        stage.Add("b", second: 1);
        stage.Add("A", second: 2);
        stage.Add("c", second: 3);

        stage.Names(new(ResourceOrder.Name, IsDescending: false, 2)).Should().Equal("A", "b");
        stage.Names(new(ResourceOrder.CreationTime, IsDescending: true, 9)).Should().Equal("c", "A", "b");
    }

    [Fact]
    public void Find_AValueThatNothingHas_IsEmpty()
    {
        var stage = new ThingStage();
        stage.Add("a", second: 1);

        stage.Names(new(ResourceOrder.Name, IsDescending: false, 9) { Facets = [Facet.Variant("none")!.Value] }).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void Find_PageAfterPageOfAFilter_IsANaiveFilterAndSort(string filterName)
    {
        var filter = Filter.All.Single(each => each.Name == filterName);
        foreach (var (order, isDescending, most) in
            from order in (ResourceOrder[])[ResourceOrder.Name, ResourceOrder.CreationTime, ResourceOrder.Status]
            from isDescending in (bool[])[false, true]
            from most in (int[])[4, 60]
            select (order, isDescending, most))
        {
            var stage = new ThingStage(seed: (ulong)most, things: 300);
            var query = filter.Of(new ResourceQuery(order, isDescending, most));
            ThingPlace? last = null;
            List<Row<Thing>> page;
            do
            {
                page = [.. stage.Table.Find(last is null ? query : query with { Behind = last.Key })];
                page.Select(row => row.Resource.Name).Should().Equal(
                    stage.Naive(order, isDescending, filter.Fits, last).Take(most).Select(thing => thing.Name),
                    "{0} by {1}, {2} a page", filterName, order, most);
                last = page.Count == 0 ? null : ThingPlace.Of(page[^1].Resource, page[^1].Key(order));
                stage.Change(times: 5);
            }
            while (page.Count == most);
        }
    }

    [Fact]
    public void Find_AfterAnyChanges_HasWhatIsThere()
    {
        var stage = new ThingStage(seed: 3);
        for (var i = 0; i < 200; i++)
        {
            stage.Change(times: 4);

            foreach (var order in Enum.GetValues<ResourceOrder>())
            {
                stage.Names(new(order, IsDescending: false, int.MaxValue))
                    .Should().Equal(stage.Naive(order, false, _ => true, null).Select(thing => thing.Name));
            }
        }
    }

    /// <summary>A filter twice: as it is asked for, and as it is meant.</summary>
    private sealed record Filter(string Name, Func<ResourceQuery, ResourceQuery> Of, Func<Thing, bool> Fits)
    {
        private static readonly DateTimeOffset Early = ThingStage.Start.AddSeconds(4);
        private static readonly DateTimeOffset Late = ThingStage.Start.AddSeconds(90);

        public static IReadOnlyList<Filter> All { get; } =
        [
            new("nothing", query => query, _ => true),
            new("created after", query => query with { Created = new(Late, null) }, thing => thing.CreationTime >= Late),
            new("created before", query => query with { Created = new(null, Early) }, thing => thing.CreationTime < Early),
            new("created before, nearly all", query => query with { Created = new(null, Late) }, thing => thing.CreationTime < Late),
            new(
                "created between",
                query => query with { Created = new(Early, Early.AddSeconds(1)) },
                thing => thing.CreationTime >= Early && thing.CreationTime < Early.AddSeconds(1)),
            new("created never", query => query with { Created = new(Late, Early) }, _ => false),
            new("modified after", query => query with { Modified = new(Late, null) }, thing => thing.LastModifiedTime >= Late),
            new("modified after, nearly all", query => query with { Modified = new(Early, null) }, thing => thing.LastModifiedTime >= Early),
            new("modified before", query => query with { Modified = new(null, Late) }, thing => thing.LastModifiedTime < Late),
            new(
                "modified between",
                query => query with { Modified = new(Early, Late) },
                thing => thing.LastModifiedTime >= Early && thing.LastModifiedTime < Late),
            new(
                "created before, modified after",
                query => query with { Created = new(null, Late), Modified = new(Late, null) },
                thing => thing.CreationTime < Late && thing.LastModifiedTime >= Late),
            new("status", query => query with { Facets = [Facet.Status("Failed")!.Value] }, thing => thing.StatusName == "Failed"),
            new("endpoint", query => query with { Facets = [Facet.Endpoint("one")!.Value] }, thing => thing.Endpoint == "One"),
            new("variant", query => query with { Facets = [Facet.Variant("b")!.Value] }, thing => thing.Variant == "b"),
            new("name", query => query with { NameContains = "A" }, thing => thing.Name.Contains('a') || thing.Name.Contains('A')),
            new(
                "status, endpoint, variant and modified",
                query => query with
                {
                    Facets = [Facet.Status("InService")!.Value, Facet.Endpoint("ONE")!.Value, Facet.Variant("a")!.Value],
                    Modified = new(Early, null),
                },
                thing => (thing.StatusName, thing.Endpoint, thing.Variant) == ("InService", "One", "a") && thing.LastModifiedTime >= Early),
        ];
    }
}
