namespace RollingDeploy.Core.Previews.Warnings;

/// <summary>The update sets a number of instances that auto scaling has set, or would change again.</summary>
internal static class AutoScalingInterferes
{
    public static IEnumerable<PreviewWarning> Find(WarningSubject subject)
    {
        foreach (var variant in subject.Facts?.Scaled ?? [])
        {
            if (variant.Next < variant.Least || variant.Next > variant.Most)
            {
                yield return Warn(
                    variant,
                    FormattableString.Invariant(
                        $"The update sets {variant.Next} instances, and auto scaling allows {variant.Least} to {variant.Most}. It changes the number again after the deployment."),
                    FormattableString.Invariant($"Set InitialInstanceCount from {variant.Least} to {variant.Most}."));
            }
            else if (variant.Next != variant.Present)
            {
                yield return Warn(
                    variant,
                    FormattableString.Invariant(
                        $"The update sets {variant.Next} instances, and the variant has {variant.Present}, as auto scaling has set it."),
                    "Set RetainAllVariantProperties to true, so that the number stays.");
            }
        }
    }

    private static PreviewWarning Warn(ScaledVariant variant, string why, string instead) =>
        new("autoScalingInterferes", $"InitialInstanceCount of variant {variant.Name}", why, instead);
}
