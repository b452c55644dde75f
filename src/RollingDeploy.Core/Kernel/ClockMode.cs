namespace RollingDeploy.Core.Kernel;

/// <summary>How virtual time passes.</summary>
public enum ClockMode
{
    /// <summary>At the machine's pace, from whatever moment.</summary>
    Real,

    /// <summary>Faster or slower than the machine's clock.</summary>
    Scaled,

    /// <summary>Only when it is advanced.</summary>
    Frozen,

    /// <summary>By leaps to the next event while an endpoint is in transition, otherwise at the machine's pace.</summary>
    Skip,
}

/// <summary>Where a leap of the mode <see cref="ClockMode.Skip"/> stops before its end.</summary>
public enum StopAt
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>At the start of each bake that alarms watch, until the next advance.</summary>
    Baking,
}
