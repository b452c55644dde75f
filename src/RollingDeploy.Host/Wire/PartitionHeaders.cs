namespace RollingDeploy.Host.Wire;

/// <summary>The response headers with the account and the region.</summary>
internal static class PartitionHeaders
{
    public const string Account = "X-RollingDeploy-Account";
    public const string Region = "X-RollingDeploy-Region";

    /// <param name="reply">The response of an AWS route.</param>
    /// <param name="caller">The account and the region; null if the request has none that are valid.</param>
    public static Reply About(this Reply reply, Caller? caller) =>
        caller is null ? reply : reply.With(Account, caller.Account).With(Region, caller.Region);
}
