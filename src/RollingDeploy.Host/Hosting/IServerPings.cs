namespace RollingDeploy.Host.Hosting;

/// <summary>Pings the real servers that answer for models.</summary>
internal interface IServerPings
{
    /// <summary>Pings servers, and reports the results to the world of the session.</summary>
    Task Ask(WorldSession session, string region, IReadOnlyCollection<Uri> servers);
}
