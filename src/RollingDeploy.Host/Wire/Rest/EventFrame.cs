using System.Buffers.Binary;
using System.Text;

namespace RollingDeploy.Host.Wire.Rest;

/// <summary>
/// Writes a message of an event stream, in big-endian order: the length of the message, the length of the headers, the CRC-32 of
/// these eight bytes, the headers, the payload, and the CRC-32 of everything before. A message without headers and payload has 16
/// bytes.
/// </summary>
internal static class EventFrame
{
    private const int Prelude = 12;
    private const int Seal = 4;
    private const byte StringType = 7;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(each => Remainder((uint)each))];

    public static void Write(MemoryStream stream, IReadOnlyList<(string Name, string Value)> headers, ReadOnlySpan<byte> payload)
    {
        var head = Headers(headers);
        var frame = new byte[Prelude + head.Length + payload.Length + Seal];
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), head.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(8), Crc32(frame.AsSpan(0, 8)));
        head.CopyTo(frame, Prelude);
        payload.CopyTo(frame.AsSpan(Prelude + head.Length));
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(frame.Length - Seal), Crc32(frame.AsSpan(0, frame.Length - Seal)));
        stream.Write(frame);
    }

    /// <summary>Computes the CRC-32 checksum of Ethernet and zip. For <c>123456789</c> it is CBF43926.</summary>
    public static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var each in bytes)
        {
            crc = Table[(byte)(crc ^ each)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint Remainder(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value >> 1) ^ ((value & 1) == 0 ? 0 : 0xEDB88320);
        }

        return value;
    }

    // For each header: the length of the name in one byte, the name, the type, the length of the value in two bytes, the value.
    private static byte[] Headers(IReadOnlyList<(string Name, string Value)> headers)
    {
        var bytes = new List<byte>();
        foreach (var (name, value) in headers)
        {
            bytes.Add((byte)name.Length);
            bytes.AddRange(Encoding.ASCII.GetBytes(name));
            bytes.AddRange([StringType, (byte)(value.Length >> 8), (byte)value.Length]);
            bytes.AddRange(Encoding.ASCII.GetBytes(value));
        }

        return [.. bytes];
    }
}
