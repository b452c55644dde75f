namespace RollingDeploy.Core.Fleets;

/// <summary>One side of a deployment.</summary>
public enum FleetSide
{
    /// <summary>The fleet that serves now, called "blue" by AWS.</summary>
    Old,

    /// <summary>The fleet that is being deployed, called "green" by AWS.</summary>
    New,
}
