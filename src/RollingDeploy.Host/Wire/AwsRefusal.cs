namespace RollingDeploy.Host.Wire;

/// <summary>
/// Metadata of the AWS routes. It makes the error response for a request that is refused before it reaches the route. The
/// response is null for a request that is not in a protocol of AWS.
/// </summary>
internal sealed record AwsRefusal(Func<RequestHead, string, Reply?> Make);
