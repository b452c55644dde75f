using System.Security.Cryptography;
using System.Text;
using RollingDeploy.Host.Sts.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Sts;

/// <summary>The operations that return temporary credentials.</summary>
internal static class Sessions
{
    private const int Hour = 3600;

    // STS API reference: MinimumSessionTokenSize must not exceed it. The maximum size of session tokens is not documented.
    private const int MostTokenBytes = 4096;

    public static AssumeRoleResponse AssumeRole(AssumeRoleRequest input, Call call)
    {
        if (!Role.IsArn(input.RoleArn!))
        {
            throw StsErrors.InvalidArn(input.RoleArn!);
        }

        var role = Role.Parse(input.RoleArn!) ?? throw StsErrors.NotAuthorized(Identity.Of(call).Arn!, input.RoleArn!);
        if (call.Session is not null && input.DurationSeconds > Hour)
        {
            throw StsErrors.ChainedTooLong();
        }

        RequireBothOfMfa(input.SerialNumber, input.TokenCode);
        RequireTags(input, call.Session?.TransitiveTagKeys ?? []);
        var session = Begin(call, role, input.RoleSessionName!, input.DurationSeconds) with
        {
            SourceIdentity = input.SourceIdentity ?? call.Session?.SourceIdentity,
            TransitiveTagKeys = [.. call.Session?.TransitiveTagKeys ?? [], .. input.TransitiveTagKeys ?? []],
        };
        var token = session.Token(input.MinimumSessionTokenSize ?? 0);
        return new()
        {
            Credentials = session.Issue(token),
            AssumedRoleUser = new() { AssumedRoleId = session.UserId, Arn = session.Arn },
            PackedPolicySize = SessionPolicy.Measure(input.Policy, input.PolicyArns, input.Tags),
            SourceIdentity = session.SourceIdentity,
            SessionTokenSize = token.Length,
            SessionTokenUtilization = Utilization(token),
        };
    }

    public static AssumeRoleWithWebIdentityResponse AssumeRoleWithWebIdentity(AssumeRoleWithWebIdentityRequest input, Call call)
    {
        if (!Role.IsArn(input.RoleArn!))
        {
            throw StsErrors.InvalidRequestArn();
        }

        var identity = IdentityToken.Read(input.WebIdentityToken!, call.Wall);
        var role = Role.Parse(input.RoleArn!) ?? throw StsErrors.NotAuthorizedWithWebIdentity();
        var session = Begin(call, role, input.RoleSessionName!, input.DurationSeconds);
        var token = session.Token(input.MinimumSessionTokenSize ?? 0);
        return new()
        {
            Credentials = session.Issue(token),
            AssumedRoleUser = new() { AssumedRoleId = session.UserId, Arn = session.Arn },
            PackedPolicySize = SessionPolicy.Measure(input.Policy, input.PolicyArns),
            SubjectFromWebIdentityToken = identity.Subject,
            Provider = identity.Issuer ?? input.ProviderId,
            Audience = identity.Audience,
            SessionTokenSize = token.Length,
            SessionTokenUtilization = Utilization(token),
        };
    }

    // STS API reference, GetSessionToken: for the owner of an account, which callers are here, the limit is an hour, and a longer
    // duration is an hour.
    public static GetSessionTokenResponse GetSessionToken(GetSessionTokenRequest input, Call call)
    {
        if (call.Session is not null)
        {
            throw StsErrors.SessionOfSession();
        }

        RequireBothOfMfa(input.SerialNumber, input.TokenCode);

        var end = End(call, Math.Min(input.DurationSeconds ?? Hour, Hour));
        var session = new TemporarySession(call.Account, end, call.RequestId);
        var token = session.Token(input.MinimumSessionTokenSize ?? 0);
        return new()
        {
            Credentials = session.Issue(token),
            SessionTokenSize = token.Length,
            SessionTokenUtilization = Utilization(token),
        };
    }

    private static TemporarySession Begin(Call call, Role role, string name, int? seconds) =>
        new(role.Account, End(call, seconds ?? Hour), call.RequestId)
        {
            Arn = role.SessionArn(name),
            UserId = $"{role.Id}:{name}",
        };

    private static DateTimeOffset End(Call call, int seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(call.Wall.ToUnixTimeSeconds() + seconds);

    private static Credentials Issue(this TemporarySession session, string token) => new()
    {
        AccessKeyId = session.KeyOf(token),
        SecretAccessKey = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes("secret " + token)).AsSpan(0, 30)),
        SessionToken = token,
        Expiration = session.Expiration,
    };

    private static int Utilization(string token) =>
        Math.Min(100, (int)Math.Ceiling(token.Length * 100.0 / MostTokenBytes));

    private static void RequireBothOfMfa(string? device, string? code)
    {
        if (device is null != code is null)
        {
            throw StsErrors.HalfOfMfa();
        }
    }

    private static void RequireTags(AssumeRoleRequest input, IReadOnlyList<string> inherited)
    {
        var keys = (input.Tags ?? []).Select(tag => tag.Key!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (keys.Count < (input.Tags?.Count ?? 0))
        {
            throw StsErrors.DuplicateTags();
        }

        if (inherited.Any(keys.Contains))
        {
            throw StsErrors.InheritedTag();
        }

        if (input.TransitiveTagKeys?.TrueForAll(keys.Contains) is false)
        {
            throw StsErrors.TransitiveKeyWithoutTag();
        }
    }
}
