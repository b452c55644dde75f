namespace RollingDeploy.Core.Limits;

/// <summary>The limits of a region.</summary>
public static class RegionLimits
{
    private static readonly Slot<Region, ServiceLimitTable> LimitsSlot = new(static _ => new ServiceLimitTable());

    extension(Region region)
    {
        /// <summary>The quotas of the account that do not apply to instances.</summary>
        public ServiceLimitTable Limits => region.Get(LimitsSlot);
    }
}
