namespace RollingDeploy.Core.Kernel;

/// <summary>How virtual time passes.</summary>
public enum ClockMode
{
    /// <summary>At the speed of the machine's clock, from any start.</summary>
    Real,

    /// <summary>Faster or slower than the machine's clock.</summary>
    Scaled,

    /// <summary>Only when it is advanced by a request.</summary>
    Frozen,

    /// <summary>
    /// In jumps to the next event while an endpoint is in transition; otherwise at the speed of the machine's clock.
    /// </summary>
    Skip,
}

/// <summary>Where a jump of the mode <see cref="ClockMode.Skip"/> stops early.</summary>
public enum StopAt
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>At the start of each bake that alarms monitor, until the next advance.</summary>
    Baking,
}
