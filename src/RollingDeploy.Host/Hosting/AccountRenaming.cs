using System.Text;
using System.Text.Json;
using RollingDeploy.Core;

namespace RollingDeploy.Host.Hosting;

/// <summary>Makes the state of one account that of another one: its ID, and the ID in every ARN.</summary>
internal static class AccountRenaming
{
    private const int LengthOfTheHead = 4096;
    private const int LengthOfABlock = 1 << 16;

    /// <summary>Returns the account of a snapshot; null if its beginning does not tell.</summary>
    public static string? AccountOf(Stream snapshot)
    {
        var head = new byte[LengthOfTheHead];
        var length = snapshot.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        snapshot.Position = 0;
        var reader = new Utf8JsonReader(head.AsSpan(0, length), isFinalBlock: false, default);
        try
        {
            while (reader.Read() && !(reader.TokenType == JsonTokenType.StartArray))
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("account"u8) && reader.Read())
                {
                    return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                }
            }
        }
        catch (JsonException)
        {
            // Whoever reads the snapshot says what is wrong with it.
        }

        return null;
    }

    /// <summary>Replaces an account in a snapshot. Both IDs have the same length, so it is done in place.</summary>
    /// <exception cref="SnapshotException">The snapshot is of no account.</exception>
    public static void Rename(Stream snapshot, string from, string to)
    {
        if (from.Length != to.Length)
        {
            throw new SnapshotException($"account: '{from}' is no account ID, which has twelve digits.");
        }

        // In an ARN, the ID is between colons; in the head of the document it is a text.
        (byte[] Old, byte[] New)[] all =
        [
            (Encoding.ASCII.GetBytes($":{from}:"), Encoding.ASCII.GetBytes($":{to}:")),
            (Encoding.ASCII.GetBytes($"\"{from}\""), Encoding.ASCII.GetBytes($"\"{to}\"")),
        ];
        var buffer = new byte[LengthOfABlock];
        for (long start = 0; start < snapshot.Length; start += buffer.Length - from.Length - 2)
        {
            snapshot.Position = start;
            var length = snapshot.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            foreach (var (old, next) in all)
            {
                Replace(buffer.AsSpan(0, length), old, next);
            }

            snapshot.Position = start;
            snapshot.Write(buffer.AsSpan(0, length));
        }

        snapshot.Position = 0;
    }

    private static void Replace(Span<byte> bytes, ReadOnlySpan<byte> old, ReadOnlySpan<byte> next)
    {
        while (bytes.IndexOf(old) is >= 0 and var at)
        {
            next.CopyTo(bytes[at..]);
            bytes = bytes[(at + next.Length - 1)..];
        }
    }
}
