namespace RollingDeploy.Core.AutoScaling;

/// <summary>Auto scaling in a region.</summary>
public static class RegionScaling
{
    private static readonly Slot<Region, ScalingTable> ScalingSlot = new(static region => new ScalingTable(region));

    extension(Region region)
    {
        /// <summary>The scalable targets and policies of Application Auto Scaling.</summary>
        public ScalingTable Scaling => region.Get(ScalingSlot);
    }
}
