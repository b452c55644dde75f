using System.Collections.Immutable;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.InferenceComponents;

namespace RollingDeploy.Core.Traffic;

/// <summary>An instance in service, with the data for its metrics.</summary>
/// <param name="Id">The ID of the instance.</param>
/// <param name="Size">The resources of the instance type.</param>
internal sealed record Machine(string Id, InstanceSize Size)
{
    /// <summary>The copies of inference components on the instance.</summary>
    public IReadOnlyList<(InferenceComponent Component, int Count)> Copies { get; init; } = [];

    /// <summary>The resources that the copies reserve.</summary>
    public CopyNeeds Reserved { get; init; } = CopyNeeds.None;
}

/// <summary>The instances of a variant that are in service, in all configurations.</summary>
internal sealed record Station(VariantSpec Spec, ImmutableArray<Machine> Machines)
{
    /// <summary>Returns the instances of an endpoint by variant. For inference components, they include the copies.</summary>
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
