namespace RollingDeploy.Host.Wire;

/// <summary>What an operation's handler knows of its caller.</summary>
internal sealed record Call(string Account, string Region, string RequestId, IServiceProvider Services);
