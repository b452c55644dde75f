namespace RollingDeploy.Core.Previews.Warnings;

/// <summary>
/// The region does not have enough instances for the peak. A quota that is too small is an error of the request.
/// </summary>
internal static class CapacityTooSmall
{
    public static IEnumerable<PreviewWarning> Find(WarningSubject subject) =>
        from type in subject.Facts?.Limited ?? []
        where type.Peak > type.Available && type.Peak > type.Used
        select new PreviewWarning(
            "capacityTooSmall",
            $"capacity of {type.Type}",
            FormattableString.Invariant(
                $"The deployment needs up to {type.Peak} instances of {type.Type} in the account, and {type.Available} are available. A launch fails, and the deployment rolls back."),
            "Use a rolling deployment with smaller batches, or another instance type.");
}
