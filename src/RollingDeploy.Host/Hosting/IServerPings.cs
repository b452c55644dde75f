namespace RollingDeploy.Host.Hosting;

/// <summary>Pings the real servers that answer for models.</summary>
internal interface IServerPings
{
    /// <summary>Pings all servers that a world uses, and from then on every two seconds.</summary>
    Task Ask(WorldSession session);

    /// <summary>Pings servers, and reports the results to the world of the session.</summary>
    Task Ask(WorldSession session, string region, IReadOnlyCollection<Uri> servers);
}
