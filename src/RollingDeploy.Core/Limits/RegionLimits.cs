namespace RollingDeploy.Core.Limits;

/// <summary>The limits of a region.</summary>
public static class RegionLimits
{
    extension(Region region)
    {
        /// <summary>What the account may have of other things than instances.</summary>
        public ServiceLimitTable Limits => region.Slot(static _ => new ServiceLimitTable());
    }
}
