using System.Security.Cryptography;
using System.Text;

namespace RollingDeploy.Host.Wire;

/// <summary>Makes and reads NextTokens. A client sends a token back unchanged and cannot read or make one.</summary>
/// <param name="key">The key of the world. A token is valid as long as its world exists.</param>
internal readonly struct OpaqueToken(byte[] key)
{
    private const int MarkLength = 16;

    public string Seal(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Convert.ToBase64String([.. Mark(bytes), .. bytes]);
    }

    /// <summary>Returns the content of a token; null if <paramref name="token"/> was not made with this key.</summary>
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
