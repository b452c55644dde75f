namespace RollingDeploy.Host.Hosting;

/// <summary>What happens to the time between two runs of the host.</summary>
internal enum TimeAway
{
    /// <summary>Worlds go on at the time that they had.</summary>
    Stops,

    /// <summary>Worlds go on as if the host had run.</summary>
    Passes,
}
