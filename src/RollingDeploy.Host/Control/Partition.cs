using Microsoft.AspNetCore.Mvc;
using RollingDeploy.Core;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Control;

/// <summary>Whose world and which region of it a call to our own routes speaks of.</summary>
internal sealed class Partition(HttpContext http, Worlds worlds)
{
    private readonly Caller _caller = Caller.Named(http.Request);

    /// <summary>Twelve digits; 000000000000 where it is not given.</summary>
    [FromQuery(Name = "account")]
    public string? Account { get; init; }

    /// <summary>us-east-1 where it is not given.</summary>
    [FromQuery(Name = "region")]
    public string? Region { get; init; }

    public string RegionName => _caller.Region;

    public WorldSession ForReading => worlds.ForReading(_caller.Account);

    public WorldSession ForWriting => worlds.ForWriting(_caller.Account);

    public TResult Read<TResult>(Func<Region, TResult> copy) => ForReading.Read(_caller.Region, copy);
}
