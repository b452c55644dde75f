using RollingDeploy.Core.Fleets;
using RollingDeploy.Host.CommandLine.Following;
using RollingDeploy.Host.CommandLine.Output;
using RollingDeploy.Host.Control.Views;
using Spectre.Console;

namespace RollingDeploy.Host.CommandLine.Watching;

/// <summary>Adds the fleets of an endpoint to its tree, with their instances.</summary>
internal static class FleetNodes
{
    private static readonly InstanceState[] States =
        [InstanceState.InService, InstanceState.Provisioning, InstanceState.Draining];

    /// <param name="tree">The tree.</param>
    /// <param name="view">The endpoint.</param>
    /// <param name="room">The number of lines for instances. If there are more instances, only their numbers are shown.</param>
    public static void Add(Tree tree, EndpointView view, int room)
    {
        var showsEach = Count(view.Current) + Count(view.Pending) <= room;
        Add(tree, view.Pending is null ? "Fleet" : "Old fleet", view.Current, showsEach);
        Add(tree, "New fleet", view.Pending, showsEach);
    }

    private static int Count(FleetView? fleet) => fleet?.Variants.Sum(variant => variant.Instances.Count) ?? 0;

    private static void Add(Tree tree, string name, FleetView? fleet, bool showsEach)
    {
        if (fleet is null)
        {
            return;
        }

        var node = tree.AddNode(Picture.Text(($"{name} {fleet.Config}: {PlainWords.Share(fleet.TrafficShare)} of the traffic", null)));
        foreach (var variant in fleet.Variants)
        {
            var head = $"{variant.Name}{(variant.Shadow ? " (shadow)" : "")}: {Numbers(variant)}";
            var child = node.AddNode(Picture.Text(
                (head, null), (variant.InstanceType is { } type ? $" ({type})" : " (serverless)", Color.Grey)));
            foreach (var instance in showsEach ? variant.Instances : [])
            {
                var (sign, color) = InstanceSign.Of(instance.State);
                child.AddNode(Picture.Text(($"{sign} {PlainWords.Of(instance.State)} ", color), (instance.Id, null)));
            }
        }
    }

    private static string Numbers(VariantView variant)
    {
        var numbers = States
            .Select(state => (State: state, Count: variant.Instances.Count(each => each.State == state)))
            .Where(each => each.Count > 0)
            .Select(each => FormattableString.Invariant($"{each.Count} {PlainWords.Of(each.State)}"))
            .ToList();
        return numbers.Count > 0 ? string.Join(", ", numbers) : "no instances";
    }
}
