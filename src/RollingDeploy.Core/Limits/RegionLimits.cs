namespace RollingDeploy.Core.Limits;

/// <summary>The limits of a region.</summary>
public static class RegionLimits
{
    private static readonly Slot<Region, ServiceLimitTable> LimitsSlot = new(static _ => new ServiceLimitTable());

    extension(Region region)
    {
        /// <summary>What the account may have of other things than instances.</summary>
        public ServiceLimitTable Limits => region.Get(LimitsSlot);
    }
}
