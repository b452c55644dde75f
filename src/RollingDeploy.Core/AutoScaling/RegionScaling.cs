namespace RollingDeploy.Core.AutoScaling;

/// <summary>Auto scaling in a region.</summary>
public static class RegionScaling
{
    extension(Region region)
    {
        /// <summary>What Application Auto Scaling scales, and how.</summary>
        public ScalingTable Scaling => region.Slot(static region => new ScalingTable(region));
    }
}
