using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wire.Errors;

namespace RollingDeploy.Host.Wire;

/// <summary>
/// The session of temporary credentials. All of it is in the session token, so there is no state, and credentials are valid for
/// every RollingDeploy. The secret key is derived from the token, but signatures are not checked.
/// </summary>
/// <param name="Account">The account.</param>
/// <param name="Expiration">When the credentials expire, by the wall clock, because clients compare it with theirs.</param>
/// <param name="Nonce">Makes the credentials of each call different.</param>
internal sealed record TemporarySession(string Account, DateTimeOffset Expiration, string Nonce)
{
    // Session tokens of AWS begin with this too.
    private const string Prefix = "FwoGZXIvYXdz";

    /// <summary>The ARN of the assumed role; null for a session of the account itself.</summary>
    public string? Arn { get; init; }

    /// <summary>The ID of the role and the name of the session; null for a session of the account itself.</summary>
    public string? UserId { get; init; }

    /// <summary>The source identity; null if there is none.</summary>
    public string? SourceIdentity { get; init; }

    /// <summary>The keys of the session tags that the next role session inherits.</summary>
    public IReadOnlyList<string> TransitiveTagKeys { get; init; } = [];

    /// <summary>Returns the session token.</summary>
    /// <param name="leastLength">The length up to which the token is filled with spaces, before it is encoded.</param>
    public string Token(int leastLength = 0)
    {
        var content = JsonSerializer.Serialize(this, TemporarySessionJson.Default.TemporarySession);

        // Base64 makes four characters of three bytes.
        var leastBytes = Math.Max(leastLength - Prefix.Length + 3, 0) / 4 * 3;
        return Prefix + Convert.ToBase64String(Encoding.UTF8.GetBytes(content.PadRight(leastBytes)));
    }

    /// <summary>Returns the ID of the access key that belongs to a token.</summary>
    public string KeyOf(string token) => TemporaryKey.Make(Account, SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Returns the session of the credentials that signed a request; null for other credentials.</summary>
    /// <exception cref="AwsError">The session token is missing, is not that of the key, or has expired.</exception>
    public static TemporarySession? Of(RequestHead request, DateTimeOffset now, ErrorTable errors)
    {
        if (Caller.AccessKey(request) is not { } key || TemporaryKey.AccountOf(key) is null)
        {
            return null;
        }

        var token = request.Headers["X-Amz-Security-Token"].FirstOrDefault() ?? request.Query["X-Amz-Security-Token"].FirstOrDefault();
        return token is null || Read(token) is not { } session || session.KeyOf(token) != key
            ? throw new AwsError("UnrecognizedClientException", "The security token included in the request is invalid.")
            : session.Expiration <= now
                ? throw new AwsError(errors.Expired, "The security token included in the request is expired")
                : session;
    }

    private static TemporarySession? Read(string token)
    {
        var bytes = new byte[token.Length];
        if (!token.StartsWith(Prefix, StringComparison.Ordinal)
            || !Convert.TryFromBase64Chars(token.AsSpan(Prefix.Length), bytes, out var length))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(bytes.AsSpan(0, length), TemporarySessionJson.Default.TemporarySession);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TemporarySession))]
internal sealed partial class TemporarySessionJson : JsonSerializerContext;
