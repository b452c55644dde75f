using System.Security.Cryptography;
using System.Text;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Sts;

/// <summary>An IAM role, as its ARN names it.</summary>
internal sealed record Role(string Partition, string Account, string Path)
{
    // AROA and 17 characters, as AWS's IDs of roles. 11 bytes are more than 17 characters of Base32.
    private const int IdBytes = 11;
    private const int IdLength = 17;

    /// <summary>The name, without the path.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The ID. It follows from the ARN, so it is always the same.</summary>
    public string Id => "AROA" + TemporaryKey.Base32(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Partition}:{Account}:{Path}")).AsSpan(0, IdBytes))[..IdLength];

    /// <summary>Returns whether a text has the parts of an ARN: arn:partition:service:region:account:resource.</summary>
    public static bool IsArn(string text) =>
        text.Split(':', 6) is ["arn", { Length: > 0 }, { Length: > 0 }, _, _, { Length: > 0 }];

    /// <summary>Reads the ARN of a role; null if it is the ARN of something else.</summary>
    public static Role? Parse(string arn) =>
        arn.Split(':', 6) is ["arn", ("aws" or "aws-cn" or "aws-us-gov") and var partition, "iam", "", var account, var resource]
        && PartitionNames.IsAccount(account)
        && resource.StartsWith("role/", StringComparison.Ordinal)
        && !resource.EndsWith('/')
            ? new(partition, account, resource["role/".Length..])
            : null;

    /// <summary>Returns the ARN of a session.</summary>
    public string SessionArn(string session) => $"arn:{Partition}:sts::{Account}:assumed-role/{Name}/{session}";
}
