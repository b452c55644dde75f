using System.Diagnostics;
using RollingDeploy.Core.Resources;

namespace RollingDeploy.Benchmarks;

/// <summary>
/// A page of ten out of a hundred things against one out of a hundred thousand, in every order and by every filter, where it
/// fits ten, half and all but ten of them (and a thousand, against ten of the hundred). The figure is the worst ratio over both
/// directions, pages at the beginning and in the middle, and three ways in which names and times may go together.
/// </summary>
internal static class Listings
{
    private const int Few = 100;
    private const int Many = 100_000;

    public static void Print()
    {
        var worst = 0.0;
        Worst(ListFilter.All[0], Share.Half, ResourceOrder.Name);
        foreach (var filter in ListFilter.All)
        {
            foreach (var order in (ResourceOrder[])[ResourceOrder.Name, ResourceOrder.CreationTime, ResourceOrder.Status])
            {
                var ratios = filter.Shares.Select(share => (share, Pages: Worst(filter, share, order))).ToList();
                worst = filter.IsSingle
                    ? Math.Max(worst, ratios.Where(each => each.share != Share.Thousand).Max(each => each.Pages.Ratio))
                    : worst;
                Console.WriteLine($"a page of 10 by {order}, {filter.Name}: " + string.Join(", ", ratios.Select(each =>
                    FormattableString.Invariant($"{each.share} {each.Pages.Ratio:0.00} times ({each.Pages.Few:0} and {each.Pages.Many:0} ns)"))));
            }
        }

        Console.WriteLine(FormattableString.Invariant($"the worst of a single filter that fits ten, half or all but ten: {worst:0.00} times"));
        PrintChanges();
    }

    // Of what has all three facets: an inference component.
    private static void PrintChanges()
    {
        var (few, many) = (Change(Few), Change(Many));
        Console.WriteLine(FormattableString.Invariant(
            $"a change of status: {few:0} ns out of {Few}, {many:0} ns out of {Many}: {many / few:0.00} times"));

        static double Change(int count) => Enumerable.Range(0, 5).Min(_ =>
        {
            var table = ListTable.Of(count, Share.Half, Layout.Shuffled);
            var start = Stopwatch.GetTimestamp();
            for (var changes = 0; changes < Many; changes += count)
            {
                table.ChangeAll();
            }

            return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Many;
        });
    }

    private static (double Ratio, double Few, double Many) Worst(ListFilter filter, Share share, ResourceOrder order) => (
        from layout in Enum.GetValues<Layout>()
        from isDescending in (bool[])[false, true]
        from fromTheMiddle in share == Share.Thousand ? [false] : (bool[])[false, true] // pages of the same length are compared
        let pages = Compare(ListTable.Of(Few, share, layout), ListTable.Of(Many, share, layout), filter,
            new(order, isDescending, 11), fromTheMiddle)
        orderby pages.Ratio descending
        select pages).First();

    // Each in turn several times, and the least of each: what else the machine does only ever adds.
    private static (double Ratio, double Few, double Many) Compare(
        ListTable few, ListTable many, ListFilter filter, ResourceQuery query, bool fromTheMiddle)
    {
        var (fromFew, fromMany) = (few.Query(filter, query, fromTheMiddle), many.Query(filter, query, fromTheMiddle));
        var rounds = Math.Clamp((int)(2e6 / Enumerable.Range(0, 5).Min(_ => Nanoseconds(many, fromMany, 3))), 1, 500);
        var (one, other) = (double.MaxValue, double.MaxValue);

        // The more it looks like too much, the longer it is looked at.
        for (var pair = 0; pair < (other > 1.8 * one ? 60 : 8); pair++)
        {
            one = Math.Min(one, Nanoseconds(few, fromFew, 500));
            other = Math.Min(other, Nanoseconds(many, fromMany, rounds));
        }

        return (other / one, one, other);
    }

    private static double Nanoseconds(ListTable table, ResourceQuery query, int rounds)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < rounds; i++)
        {
            table.Find(query);
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / rounds;
    }
}
