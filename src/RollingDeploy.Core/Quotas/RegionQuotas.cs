namespace RollingDeploy.Core.Quotas;

/// <summary>The quotas of a region.</summary>
public static class RegionQuotas
{
    private static readonly Slot<Region, QuotaTable> QuotasSlot = new(static region => new QuotaTable(region));

    extension(Region region)
    {
        /// <summary>The quotas of instance types.</summary>
        public QuotaTable Quotas => region.Get(QuotasSlot);
    }
}
