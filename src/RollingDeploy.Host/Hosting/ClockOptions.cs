using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Hosting;

/// <summary>The settings of the virtual clock at start-up.</summary>
internal sealed class ClockOptions
{
    public ClockMode Mode { get; set; } = ClockMode.Real;

    /// <summary>The number of virtual seconds in a real second, in the mode Scaled.</summary>
    public double Speed { get; set; } = 1;

    /// <summary>Where leaps stop in the mode Skip: None or Baking.</summary>
    public StopAt StopAt { get; set; }

    /// <summary>The virtual time at start-up. The default is the time of the wall clock.</summary>
    public string? Start { get; set; }

    /// <summary><see cref="Start"/> as a time; null if it is not set or not valid. A time without an offset is UTC.</summary>
    public DateTimeOffset? StartTime => UtcConverter.TryParse(Start, out var start) ? start : null;
}
