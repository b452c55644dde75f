namespace RollingDeploy.Core.Fleets;

/// <summary>One side of a deployment.</summary>
public enum FleetSide
{
    /// <summary>What serves now: "blue".</summary>
    Old,

    /// <summary>What is being deployed: "green".</summary>
    New,
}
