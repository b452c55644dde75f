using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.InferenceComponents;

namespace RollingDeploy.Core.Traffic;

/// <summary>Writes and reads the traffic of endpoints in snapshots.</summary>
internal static class TrafficSnapshots
{
    /// <summary>Returns the meters.</summary>
    public static IEnumerable<SavedMeter> SaveMeters(Region region, SnapshotScope scope) =>
        region.Endpoints.All.Where(endpoint => endpoint.HasMeter).Select(endpoint => endpoint.Meter.Save(scope));

    /// <summary>Restores a meter.</summary>
    public static void Restore(Region region, SnapshotScope scope, SavedMeter saved) =>
        EndpointOf(region, saved.Endpoint).Meter.Restore(scope, saved);

    /// <summary>Returns the requests in flight.</summary>
    public static IEnumerable<SavedInFlight> SaveInFlight(Region region) => region.Endpoints.All
        .Select(endpoint => endpoint.FindInFlight()?.Save(endpoint.Name))
        .OfType<SavedInFlight>();

    /// <summary>Restores requests in flight.</summary>
    public static void Restore(Region region, SavedInFlight saved) => EndpointOf(region, saved.Endpoint).InFlight.Restore(saved);

    /// <summary>Returns an endpoint that an item refers to.</summary>
    /// <exception cref="InvalidDataException">There is no such endpoint.</exception>
    public static Endpoint EndpointOf(Region region, string name) => region.Endpoints.TryGet(name, out var endpoint)
        ? endpoint
        : throw new InvalidDataException($"there is no endpoint {name} before it");

    /// <summary>Returns the instances for metrics, as plain values.</summary>
    public static IEnumerable<SavedStation> Save(IEnumerable<Station> stations, SnapshotScope scope) =>
        stations.Select(station => new SavedStation(
            scope.Specs.Add(station.Spec)!.Value,
            [
                .. station.Machines.Select(machine => new SavedMachine(
                    machine.Id,
                    machine.Size,
                    machine.Reserved,
                    [.. machine.Copies.Select(copies => new SavedCopies(copies.Component.Name, copies.Count))])),
            ]));

    /// <summary>Returns the instances for metrics.</summary>
    public static List<Station> Restore(Region region, IEnumerable<SavedStation> saved, SnapshotScope scope) =>
        [.. saved.Select(station => new Station(
            scope.Specs[station.Spec],
            [.. station.Machines.Select(machine => new Machine(machine.Id, machine.Size)
            {
                Reserved = machine.Reserved,
                Copies = [.. machine.Copies.Select(copies => (region.InferenceComponents.Get(copies.Component), copies.Count))],
            })]))];

    /// <summary>Returns whether two lists of instances for metrics are equal.</summary>
    public static bool AreEqual(IReadOnlyList<Station> some, IReadOnlyList<Station> others) =>
        some.Count == others.Count && some.Zip(others).All(pair =>
            pair.First.Spec == pair.Second.Spec
            && pair.First.Machines.Length == pair.Second.Machines.Length
            && pair.First.Machines.Zip(pair.Second.Machines).All(machines =>
                machines.First.Id == machines.Second.Id
                && machines.First.Size == machines.Second.Size
                && machines.First.Reserved == machines.Second.Reserved
                && machines.First.Copies.SequenceEqual(machines.Second.Copies)));
}
