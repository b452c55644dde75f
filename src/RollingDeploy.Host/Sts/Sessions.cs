using System.Security.Cryptography;
using System.Text;
using RollingDeploy.Host.Sts.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Sts;

/// <summary>The operations that return temporary credentials.</summary>
internal static class Sessions
{
    private const int Hour = 3600;

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

        RequireTags(input, call.Session?.TransitiveTagKeys ?? []);
        var session = Begin(call, role, input.RoleSessionName!, input.DurationSeconds) with
        {
            SourceIdentity = input.SourceIdentity ?? call.Session?.SourceIdentity,
            TransitiveTagKeys = [.. call.Session?.TransitiveTagKeys ?? [], .. input.TransitiveTagKeys ?? []],
        };
        return new()
        {
            Credentials = Issue(session),
            AssumedRoleUser = new() { AssumedRoleId = session.UserId, Arn = session.Arn },
            PackedPolicySize = SessionPolicy.Measure(input.Policy, input.PolicyArns, input.Tags),
            SourceIdentity = session.SourceIdentity,
        };
    }

    public static AssumeRoleWithWebIdentityResponse AssumeRoleWithWebIdentity(AssumeRoleWithWebIdentityRequest input, Call call)
    {
        if (!Role.IsArn(input.RoleArn!))
        {
            throw StsErrors.InvalidRequestArn();
        }

        var token = IdentityToken.Read(input.WebIdentityToken!, call.Wall);
        var role = Role.Parse(input.RoleArn!) ?? throw StsErrors.NotAuthorizedWithWebIdentity();
        var session = Begin(call, role, input.RoleSessionName!, input.DurationSeconds);
        return new()
        {
            Credentials = Issue(session),
            AssumedRoleUser = new() { AssumedRoleId = session.UserId, Arn = session.Arn },
            PackedPolicySize = SessionPolicy.Measure(input.Policy, input.PolicyArns),
            SubjectFromWebIdentityToken = token.Subject,
            Provider = token.Issuer ?? input.ProviderId,
            Audience = token.Audience,
        };
    }

    // STS API reference, GetSessionToken: for the owner of an account, which callers are here, the limit is an hour, and a longer
    // duration is an hour.
    public static GetSessionTokenResponse GetSessionToken(GetSessionTokenRequest input, Call call) => call.Session is null
        ? new()
        { Credentials = Issue(new(call.Account, End(call, Math.Min(input.DurationSeconds ?? Hour, Hour)), call.RequestId)) }
        : throw StsErrors.SessionOfSession();

    private static TemporarySession Begin(Call call, Role role, string name, int? seconds) =>
        new(role.Account, End(call, seconds ?? Hour), call.RequestId)
        {
            Arn = role.SessionArn(name),
            UserId = $"{role.Id}:{name}",
        };

    private static DateTimeOffset End(Call call, int seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(call.Wall.ToUnixTimeSeconds() + seconds);

    private static Credentials Issue(TemporarySession session)
    {
        var token = session.Token();
        return new()
        {
            AccessKeyId = session.KeyOf(token),
            SecretAccessKey = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes("secret " + token)).AsSpan(0, 30)),
            SessionToken = token,
            Expiration = session.Expiration,
        };
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
