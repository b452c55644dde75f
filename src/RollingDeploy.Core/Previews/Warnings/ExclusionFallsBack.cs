using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Previews.Warnings;

/// <summary>AWS ignores the deployment configuration for this endpoint (deployment-guardrails.md §4).</summary>
internal static class ExclusionFallsBack
{
    public static IEnumerable<PreviewWarning> Find(WarningSubject subject)
    {
        if (subject.Config is { Policy: not DeploymentPolicy.Default } && subject.Update.Policy == DeploymentPolicy.Default)
        {
            yield return new(
                "configurationIgnored",
                "DeploymentConfig",
                "AWS ignores the deployment configuration of this update: it deploys all at once, watches no alarms and does not roll "
                + "back. The reason is a serverless variant, a Marketplace model, an ml.inf1 instance, or other names of variants.",
                "Keep the names of the variants, and use instances of another type. For serverless and Marketplace variants, watch the "
                + "metrics yourself and update the endpoint again if they are bad.");
        }
    }
}
