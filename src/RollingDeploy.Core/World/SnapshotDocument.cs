using RollingDeploy.Core.Events;

namespace RollingDeploy.Core;

/// <summary>
/// Writes and reads whole worlds as JSON documents: <c>{"format":1,"account":"000000000000","now":"…","epoch":1,"items":[
/// {"simulation":{…}},{"region":{"name":"us-east-1"}},{"model":{…}},…,{"end":{"items":7}}]}</c>. A world that is restored goes on
/// exactly like the world that was saved. Settings are not part of the document, apart from the seed. Both directions work item
/// by item, so they need little memory.
/// </summary>
public static class SnapshotDocument
{
    /// <summary>The current format of snapshots.</summary>
    public const int Format = 1;

    internal const string ItemsMember = "items";
    internal const string FirstItem = "simulation";
    internal const string RegionItem = "region";
    internal const string EndItem = "end";

    /// <summary>
    /// Writes a world. The world is locked while it is written, so <paramref name="output"/> must be fast, for example memory or a
    /// file.
    /// </summary>
    /// <param name="world">The world.</param>
    /// <param name="output">Where to write.</param>
    /// <param name="before">
    /// Called before, while the world is locked and the time that it has reached is recorded; null for nothing.
    /// </param>
    public static void Write(World world, Stream output, Action? before = null)
    {
        ArgumentNullException.ThrowIfNull(world);
        using var writer = new SnapshotWriter(output);
        world.Save((simulation, regions) =>
        {
            before?.Invoke();
            writer.Begin(new() { Account = world.Account, Now = simulation.Now, Epoch = simulation.EventLog.Epoch });
            SnapshotParts.Write(writer, world, simulation, regions);
            writer.End();
        });
    }

    /// <summary>Reads a world.</summary>
    /// <param name="input">The document.</param>
    /// <param name="settings">The settings. The seed, the start and the epoch are those of the document.</param>
    /// <param name="epoch">The epoch of the world; null for that of the document.</param>
    /// <exception cref="SnapshotException">The document is no snapshot, has another format, or is not complete or not valid.</exception>
    public static World Read(Stream input, WorldSettings settings, long? epoch = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(settings);
        return new SnapshotReader(input, settings, epoch).Read();
    }
}
