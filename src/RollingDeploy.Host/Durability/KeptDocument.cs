using System.Text;
using RollingDeploy.Core;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Host.Durability;

/// <summary>
/// What is kept of a world at one moment: a line with the settings on which its results depend, a line with the last change of
/// its clock, and its snapshot. A world that has just begun has only the first line.
/// </summary>
internal static class KeptDocument
{
    /// <summary>Returns the document of a world that begins.</summary>
    public static byte[] Begin(WorldSettings settings) => [.. WorldOrigin.Of(settings).Write(), (byte)'\n'];

    /// <summary>Writes the document of a world.</summary>
    public static void Write(Stream output, World world, SetClock? clock)
    {
        WriteHead(output, world, clock);
        SnapshotDocument.Write(world, output);
    }

    /// <summary>Writes the document of a world, without its snapshot, which follows.</summary>
    public static void WriteHead(Stream output, World world, SetClock? clock)
    {
        output.Write(WorldOrigin.Of(world.Settings).Write());
        output.WriteByte((byte)'\n');
        if (clock is not null)
        {
            output.Write(Encoding.UTF8.GetBytes(CommandDocument.Write(new CommandEnvelope(0, world.Glance.Now, null, clock))));
        }

        output.WriteByte((byte)'\n');
    }

    /// <summary>Reads the lines before the snapshot, and whether there is one.</summary>
    /// <exception cref="CommandDocumentException">They cannot be read.</exception>
    public static (WorldOrigin Origin, SetClock? Clock, bool HasSnapshot) ReadHead(Stream document)
    {
        using var first = new MemoryStream(ReadLine(document) ?? []);
        var origin = WorldOrigin.Read(first);
        var second = ReadLine(document);
        var clock = second is null or [] ? null : (SetClock)CommandDocument.Read(Encoding.UTF8.GetString(second)).Command;
        return (origin, clock, second is not null);
    }

    // Returns null at the end of the document.
    private static byte[]? ReadLine(Stream document)
    {
        var line = new List<byte>();
        while (document.ReadByte() is var next && next != '\n')
        {
            if (next < 0)
            {
                return null;
            }

            line.Add((byte)next);
        }

        return [.. line];
    }
}
