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

    /// <summary>Parses an item.</summary>
    public abstract object Parse(ref Utf8JsonReader reader);

    /// <summary>Restores what an item is of.</summary>
    public abstract void Restore(Region region, SnapshotScope scope, object state);
}

/// <summary>A part whose items have a type.</summary>
/// <param name="name">The name of the items.</param>
/// <param name="save">Returns the items of a region.</param>
/// <param name="restore">Restores what an item is of.</param>
internal sealed class SnapshotPart<T>(
    string name, Func<Region, SnapshotScope, IEnumerable<T>> save, Action<Region, SnapshotScope, T> restore) : SnapshotPart(name)
{
    private static readonly JsonTypeInfo<T> Info = (JsonTypeInfo<T>)SnapshotJson.Options.GetTypeInfo(typeof(T));

    /// <summary>Returns an action that writes an item.</summary>
    public static Action<Utf8JsonWriter> ToJson(T state) => json => JsonSerializer.Serialize(json, state, Info);

    public override IEnumerable<Action<Utf8JsonWriter>> Save(Region region, SnapshotScope scope) =>
        save(region, scope).Select(ToJson);

    public override object Parse(ref Utf8JsonReader reader) =>
        JsonSerializer.Deserialize(ref reader, Info) is { } state ? state : throw new JsonException("It cannot be null.");

    public override void Restore(Region region, SnapshotScope scope, object state) => restore(region, scope, (T)state);
}
