using System.Buffers.Text;
using System.Text.Json;

namespace RollingDeploy.Host.Sts;

/// <summary>
/// The claims of a web identity token. An ID token is a JWT: three parts with dots between them. A token of another form is an
/// access token of a provider, about which nothing is known. The signature is not checked.
/// </summary>
internal sealed record IdentityToken(string? Subject, string? Issuer, string? Audience)
{
    /// <exception cref="Core.Kernel.AwsError">It is a JWT that cannot be read or has expired.</exception>
    public static IdentityToken Read(string token, DateTimeOffset now)
    {
        if (token.Split('.') is not [_, var payload, _])
        {
            return new(null, null, null);
        }

        using var claims = Decode(payload) ?? throw StsErrors.NotAJwt();
        if (claims.RootElement.TryGetProperty("exp", out var exp) && exp.ValueKind is JsonValueKind.Number
            && exp.GetDouble() <= now.ToUnixTimeSeconds())
        {
            throw StsErrors.TokenExpired(now.ToUnixTimeSeconds(), (long)exp.GetDouble());
        }

        return new(Text(claims, "sub"), Text(claims, "iss"), Text(claims, "aud"));
    }

    private static JsonDocument? Decode(string payload)
    {
        var bytes = new byte[payload.Length];
        if (!Base64Url.IsValid(payload) || !Base64Url.TryDecodeFromChars(payload, bytes, out var length))
        {
            return null;
        }

        try
        {
            var claims = JsonDocument.Parse(bytes.AsMemory(0, length));
            return claims.RootElement.ValueKind is JsonValueKind.Object ? claims : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // An audience can be a list. AWS shows the one that the provider in IAM has. Here, it is the first one.
    private static string? Text(JsonDocument claims, string name) =>
        !claims.RootElement.TryGetProperty(name, out var claim) ? null
        : claim.ValueKind is JsonValueKind.String ? claim.GetString()
        : claim.ValueKind is JsonValueKind.Array && claim.GetArrayLength() > 0 && claim[0].ValueKind is JsonValueKind.String
            ? claim[0].GetString()
            : null;
}
