using System.Text;

namespace RollingDeploy.Core.Tests.Snapshots;

/// <summary>Snapshots as texts.</summary>
internal static class Snapshot
{
    public static string Of(World world)
    {
        using var stream = new MemoryStream();
        SnapshotDocument.Write(world, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static World Read(string text, WorldSettings? settings = null)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return SnapshotDocument.Read(stream, settings ?? new());
    }

    /// <summary>A world that was saved and restored.</summary>
    public static World Restored(World world) => Read(Of(world), world.Settings);
}
