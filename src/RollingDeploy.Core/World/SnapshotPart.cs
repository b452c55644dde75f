using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RollingDeploy.Core;

/// <summary>A part of a snapshot: the items of one name, such as the alarms. Most items are one object of a world.</summary>
internal abstract class SnapshotPart(string name)
{
    /// <summary>The name of the items in documents. It must not change after it was published.</summary>
    public string Name => name;

    /// <summary>Whether the items belong to a region. Others belong to the account.</summary>
    public bool IsOfRegion { get; init; } = true;

    /// <summary>Returns the items of a region, each as an action that writes it.</summary>
    public abstract IEnumerable<Action<Utf8JsonWriter>> Save(Region region, SnapshotScope scope);

    /// <summary>Reads an item and restores what it is of.</summary>
    public abstract void Restore(ref Utf8JsonReader reader, Region region, SnapshotScope scope);
}

/// <summary>A part whose items have a type.</summary>
/// <param name="name">The name of the items.</param>
/// <param name="save">Returns the items of a region.</param>
/// <param name="restore">Restores what an item is of.</param>
internal sealed class SnapshotPart<T>(
    string name, Func<Region, SnapshotScope, IEnumerable<T>> save, Action<Region, SnapshotScope, T> restore) : SnapshotPart(name)
{
    private static readonly JsonTypeInfo<T> Info = (JsonTypeInfo<T>)SnapshotJson.Options.GetTypeInfo(typeof(T));

    public override IEnumerable<Action<Utf8JsonWriter>> Save(Region region, SnapshotScope scope) =>
        save(region, scope).Select(state => (Action<Utf8JsonWriter>)(json => JsonSerializer.Serialize(json, state, Info)));

    public override void Restore(ref Utf8JsonReader reader, Region region, SnapshotScope scope) =>
        restore(region, scope, JsonSerializer.Deserialize(ref reader, Info) ?? throw new JsonException("It cannot be null."));
}
