using System.Security.Cryptography;
using System.Text;

namespace RollingDeploy.Host.Wording;

/// <summary>Makes a UUID of a text: the same one of the same text.</summary>
internal static class NameId
{
    public static Guid Of(string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));

        // The version (RFC 9562) says that it is made of other values.
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
