namespace RollingDeploy.Host.Wire;

/// <summary>The headers of an answer that say which account and region it is about.</summary>
internal static class PartitionHeaders
{
    public const string Account = "X-RollingDeploy-Account";
    public const string Region = "X-RollingDeploy-Region";

    /// <param name="reply">An answer of an AWS route.</param>
    /// <param name="caller">Null where the request names no account or region that could be.</param>
    public static Reply About(this Reply reply, Caller? caller) =>
        caller is null ? reply : reply.With(Account, caller.Account).With(Region, caller.Region);

    public static void About(this HttpResponse response, Caller caller)
    {
        response.Headers[Account] = caller.Account;
        response.Headers[Region] = caller.Region;
    }
}
