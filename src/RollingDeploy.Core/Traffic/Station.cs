using System.Collections.Immutable;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.InferenceComponents;

namespace RollingDeploy.Core.Traffic;

/// <summary>An instance in service, as its metrics see it.</summary>
/// <param name="Id">Its instance's.</param>
/// <param name="Size">What its type is.</param>
internal sealed record Machine(string Id, InstanceSize Size)
{
    /// <summary>The copies of inference components on it.</summary>
    public IReadOnlyList<(InferenceComponent Component, int Count)> Copies { get; init; } = [];

    /// <summary>What they take of it.</summary>
    public CopyNeeds Reserved { get; init; } = CopyNeeds.None;
}

/// <summary>A variant's instances in service, of all its configurations.</summary>
internal sealed record Station(VariantSpec Spec, ImmutableArray<Machine> Machines)
{
    /// <summary>Those of an endpoint; instances that host inference components with the copies on them.</summary>
    public static List<Station> Of(Endpoint endpoint)
    {
        var serving = endpoint.Fleets.Reverse()
            .SelectMany(fleet => fleet.Variants)
            .Where(variant => variant.InService > 0);
        return
        [
            .. serving.GroupBy(variant => variant.Spec.VariantName).Select(variant => new Station(
                variant.First().Spec,
                endpoint.HostsComponents ? Hosts(endpoint, variant.Key) : [.. variant.SelectMany(Plain)])),
        ];
    }

    private static IEnumerable<Machine> Plain(VariantFleet variant) =>
        from instance in variant.Instances
        where instance.State == InstanceState.InService
        group instance by instance.Spec.InstanceType into alike
        let size = InstanceCatalog.Find(alike.Key)
        from instance in alike
        select new Machine(instance.Id, size);

    private static ImmutableArray<Machine> Hosts(Endpoint endpoint, string variant) =>
    [
        .. new Placement(endpoint, variant, null, null).Rooms
            .Where(room => room.Host.State == InstanceState.InService)
            .Select(room => new Machine(room.Host.Id, room.Size) { Copies = room.Copies, Reserved = room.Taken }),
    ];
}
