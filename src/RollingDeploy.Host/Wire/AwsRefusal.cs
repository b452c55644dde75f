namespace RollingDeploy.Host.Wire;

/// <summary>
/// On the endpoints of AWS's services: how a request that is refused before it reaches them is told so. What it makes is null for
/// a request in none of AWS's protocols.
/// </summary>
internal sealed record AwsRefusal(Func<HttpContext, string, Reply?> Make);
