using System.Security.Cryptography;
using System.Text;

namespace RollingDeploy.Host.Wire;

/// <summary>A NextToken: text that a client hands back and has no business in reading or writing.</summary>
/// <param name="key">The world's: what lists lives no longer than it does.</param>
internal readonly struct OpaqueToken(byte[] key)
{
    private const int MarkLength = 16;

    public string Seal(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Convert.ToBase64String([.. Mark(bytes), .. bytes]);
    }

    /// <summary>What was sealed; null where <paramref name="token"/> was never made here.</summary>
    public string? Open(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            && length >= MarkLength
            && Mark(bytes.AsSpan(MarkLength, length - MarkLength)).SequenceEqual(bytes.AsSpan(0, MarkLength))
            ? Encoding.UTF8.GetString(bytes, MarkLength, length - MarkLength)
            : null;
    }

    private ReadOnlySpan<byte> Mark(ReadOnlySpan<byte> bytes) => HMACSHA256.HashData(key, bytes).AsSpan(0, MarkLength);
}
