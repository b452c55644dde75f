using RollingDeploy.Host.Sts.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Sts;

/// <summary>Says who the caller is: the session of a role, or the root user of the account.</summary>
internal static class Identity
{
    public static GetCallerIdentityResponse Get(GetCallerIdentityRequest _, Call call) => Of(call);

    public static GetCallerIdentityResponse Of(Call call) => new()
    {
        UserId = call.Session?.UserId ?? call.Account,
        Account = call.Account,
        Arn = call.Session?.Arn ?? $"arn:aws:iam::{call.Account}:root",
    };
}
