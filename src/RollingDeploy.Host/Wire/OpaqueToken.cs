using System.Text;

namespace RollingDeploy.Host.Wire;

/// <summary>A NextToken: text that a client hands back and has no business in reading.</summary>
internal static class OpaqueToken
{
    public static string Seal(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>What was sealed; null where <paramref name="token"/> was never made here.</summary>
    public static string? Open(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
