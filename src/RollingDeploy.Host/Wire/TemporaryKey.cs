using System.Buffers.Binary;
using System.Globalization;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Wire;

/// <summary>
/// The IDs of temporary access keys. They begin with ASIA and contain the account, as AWS's own do, so keys lead to their account
/// without any state: also after a restart or a reset. Keys of AWS do not have the checksum, so they are not taken for ours.
/// </summary>
internal static class TemporaryKey
{
    private const string Prefix = "ASIA";
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Bytes = 10;
    private const int Length = 20;

    // AWS's layout: a bit that is always set, 40 bits for the account, and seven bits of what follows.
    private const ulong First = 1UL << 47;
    private const int AccountShift = 7;

    /// <summary>Returns the ID of a key of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="hash">A hash of the session token, of which three bytes are used.</param>
    public static string Make(string account, ReadOnlySpan<byte> hash)
    {
        Span<byte> key = stackalloc byte[Bytes];
        var head = First | (ulong.Parse(account, CultureInfo.InvariantCulture) << AccountShift) | (hash[0] & 0x7Fu);
        BinaryPrimitives.WriteUInt64BigEndian(key, head << 16);
        hash.Slice(1, 2).CopyTo(key[6..]);
        BinaryPrimitives.WriteUInt16BigEndian(key[8..], Checksum(key[..8]));
        return Prefix + Base32(key);
    }

    /// <summary>Returns the account of a key that <see cref="Make"/> has made; null for any other text.</summary>
    public static string? AccountOf(string id)
    {
        if (id.Length != Length || !id.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        Span<byte> key = stackalloc byte[Bytes];
        if (!TryRead(id.AsSpan(Prefix.Length), key) || BinaryPrimitives.ReadUInt16BigEndian(key[8..]) != Checksum(key[..8]))
        {
            return null;
        }

        var head = BinaryPrimitives.ReadUInt64BigEndian(key) >> 16;
        var account = ((head & (First - 1)) >> AccountShift).ToString("D12", CultureInfo.InvariantCulture);
        return PartitionNames.IsAccount(account) ? account : null;
    }

    /// <summary>Returns bytes in Base32. Five bytes are eight characters.</summary>
    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[bytes.Length * 8 / 5];
        for (var i = 0; i < text.Length; i++)
        {
            // The five bits from bit 5 * i on, of the two bytes that contain them.
            var (index, offset) = (i * 5 / 8, i * 5 % 8);
            var pair = (bytes[index] << 8) | (index + 1 < bytes.Length ? bytes[index + 1] : 0);
            text[i] = Alphabet[(pair >> (11 - offset)) & 31];
        }

        return text.ToString();
    }

    private static bool TryRead(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        var (bits, count, written) = (0, 0, 0);
        foreach (var letter in text)
        {
            var value = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0)
            {
                return false;
            }

            (bits, count) = ((bits << 5) | value, count + 5);
            if (count >= 8)
            {
                count -= 8;
                bytes[written++] = (byte)(bits >> count);
                bits &= (1 << count) - 1;
            }
        }

        return true;
    }

    // FNV-1a, folded to 16 bits.
    private static ushort Checksum(ReadOnlySpan<byte> bytes)
    {
        var hash = 2_166_136_261u;
        foreach (var each in bytes)
        {
            hash = unchecked((hash ^ each) * 16_777_619u);
        }

        return (ushort)((hash >> 16) ^ hash);
    }
}
