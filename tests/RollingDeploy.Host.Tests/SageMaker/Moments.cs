using RollingDeploy.Host.Tests.Stage;
using RollingDeploy.Host.Tests.Wire.Fakes;

namespace RollingDeploy.Host.Tests.SageMaker;

/// <summary>
/// DescribeEndpoint on one line: <c>Updating blue 4/4 + green 1/4 Baking: … ! why it failed</c>. Counts are current/desired;
/// weights are shown where they are not 1/1.
/// </summary>
internal static class Moments
{
    public static async Task<string> Moment(this Account account)
    {
        var answer = await account.Describes();
        var parts = new[]
        {
            answer.At("EndpointStatus"),
            answer.At("EndpointConfigName"),
            Variants(answer, "ProductionVariants"),
            answer.At("PendingDeploymentSummary") is null ? null : "+",
            answer.At("PendingDeploymentSummary.EndpointConfigName"),
            Variants(answer, "PendingDeploymentSummary.ProductionVariants"),
            answer.At("FailureReason") is { } reason ? $"! {reason}" : null,
        };
        return string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>The moments at so many seconds after now.</summary>
    public static async Task<List<string>> MomentsAt(this Account account, params double[] seconds)
    {
        var moments = new List<string>();
        var at = 0.0;
        foreach (var second in seconds)
        {
            await account.Advances(second - at);
            at = second;
            moments.Add(await account.Moment());
        }

        return moments;
    }

    private static string Variants(Answer answer, string path)
    {
        var variants = new List<string>();
        for (var i = 0; answer.At($"{path}.{i}") is not null; i++)
        {
            string? Member(string name) => answer.At($"{path}.{i}.{name}");
            var weight = $"{Member("CurrentWeight")}/{Member("DesiredWeight")}";
            variants.Add($"{Member("CurrentInstanceCount")}/{Member("DesiredInstanceCount")}"
                + (weight == "1.0/1.0" ? "" : $" weight {weight.Replace(".0", "", StringComparison.Ordinal)}")
                + (Member("VariantStatus") is null ? "" : $" {Member("VariantStatus.0.Status")}: {Member("VariantStatus.0.StatusMessage")}"));
        }

        return string.Join(", ", variants);
    }
}
