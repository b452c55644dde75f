using System.Text.Json;
using RollingDeploy.Host.Sts.Shapes;

namespace RollingDeploy.Host.Sts;

/// <summary>Checks the policies and tags of a session, and measures them. They have no effect, because there is no IAM.</summary>
internal static class SessionPolicy
{
    // STS API reference, AssumeRole: the plain text of the policies has at most 2,048 characters. AWS packs policies and tags in
    // a way that it does not document. Here, each character takes its share of this space.
    private const int Space = 2048;

    /// <summary>Returns how much space is used, in percent; null without policies and tags.</summary>
    public static int? Measure(string? policy, List<PolicyDescriptorType>? arns, List<Tag>? tags = null)
    {
        if (policy is not null)
        {
            Require(policy);
        }

        if (arns?.FirstOrDefault(each => each.arn is { } arn && !Role.IsArn(arn)) is { } wrong)
        {
            throw StsErrors.InvalidArn(wrong.arn!);
        }

        if (policy is null && arns is not { Count: > 0 } && tags is not { Count: > 0 })
        {
            return null;
        }

        var characters = (policy?.Length ?? 0)
            + (arns ?? []).Sum(each => each.arn?.Length ?? 0)
            + (tags ?? []).Sum(tag => tag.Key!.Length + tag.Value!.Length);
        var percent = (characters * 100 / Space) + (characters * 100 % Space > 0 ? 1 : 0);
        return percent <= 100 ? percent : throw StsErrors.PolicyTooLarge(percent);
    }

    private static void Require(string policy)
    {
        try
        {
            using var json = JsonDocument.Parse(policy);
            if (json.RootElement.ValueKind is not JsonValueKind.Object
                || !json.RootElement.TryGetProperty("Statement", out var statement)
                || statement.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object))
            {
                throw StsErrors.PolicySyntax();
            }
        }
        catch (JsonException)
        {
            throw StsErrors.PolicyIsNoJson();
        }
    }
}
