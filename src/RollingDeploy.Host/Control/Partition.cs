using Microsoft.AspNetCore.Mvc;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.Routing;

namespace RollingDeploy.Host.Control;

/// <summary>The account and the region that a call to our own routes is about.</summary>
internal sealed record Partition
{
    public required HttpContext Http { get; init; }

    [FromServices]
    public required Worlds Worlds { get; init; }

    [FromQuery(Name = "account")]
    public string? Account { get; init; }

    [FromQuery(Name = "region")]
    public string? Region { get; init; }

    public string RegionName => Caller.Region;

    public string AccountId => Caller.Account;

    public WorldSession ForReading => Worlds.ForReading(Caller.Account);

    public WorldSession ForWriting => Worlds.ForWriting(Caller.Account);

    private Caller Caller => Caller.Named(Http.Request.Head(), Worlds.Settings.Account);

    public TResult Read<TResult>(Func<Region, TResult> copy) => ForReading.Read(RegionName, copy);
}
