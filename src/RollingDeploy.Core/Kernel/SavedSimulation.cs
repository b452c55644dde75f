using System.Collections.Immutable;

namespace RollingDeploy.Core.Kernel;

/// <summary>The part of a snapshot that all regions of the account share.</summary>
/// <param name="Now">The virtual time.</param>
/// <param name="Start">The virtual time at which the world has started.</param>
/// <param name="Seed">The seed of the random numbers.</param>
/// <param name="LastIds">The last IDs.</param>
/// <param name="Chance">The random numbers.</param>
/// <param name="Furthest">The furthest place of the schedule that has run; null if none has.</param>
/// <param name="Settled">When a command ran last; null if none did.</param>
internal sealed record SavedSimulation(
    DateTimeOffset Now,
    DateTimeOffset Start,
    SavedDice Seed,
    ImmutableArray<LastId> LastIds,
    SavedChance Chance,
    SavedPlace? Furthest = null,
    DateTimeOffset? Settled = null);

/// <summary>The number of the last ID with a prefix.</summary>
internal sealed record LastId(string Prefix, long Number);

/// <summary>The random numbers of a world.</summary>
internal sealed record SavedChance(
    SavedDice Launches, SavedDice Sessions, SavedDice Inferences, SavedRequestChance Requests, SavedRequestChance Shadows);

/// <summary>The random numbers for requests.</summary>
internal sealed record SavedRequestChance(SavedDice Routes, SavedDice Errors, SavedDice Latencies);

/// <summary>A place in the order of the schedule.</summary>
internal sealed record SavedPlace(DateTimeOffset Due, DueKind Kind, string Region, string Name, OwnerType Type)
{
    /// <summary>Returns the plain values of a place.</summary>
    public static SavedPlace Of(in SchedulePlace place) =>
        new(place.Due, place.Kind, place.Owner.Region, place.Owner.Name, place.Owner.Type);

    /// <summary>Returns the place.</summary>
    public SchedulePlace ToPlace() => new(Due, Kind, new(Region, Name, Type));
}

/// <summary>An entry of the schedule of a region.</summary>
internal sealed record SavedEntry(DateTimeOffset Due, DueKind Kind, string Name, OwnerType Type);

/// <summary>Begins the items of a region in a snapshot.</summary>
internal sealed record SavedRegion(string Name);

/// <summary>Ends a snapshot.</summary>
/// <param name="Items">The number of items before it.</param>
internal sealed record SavedEnd(int Items);
