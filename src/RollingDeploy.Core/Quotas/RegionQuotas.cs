namespace RollingDeploy.Core.Quotas;

/// <summary>The quotas of a region.</summary>
public static class RegionQuotas
{
    extension(Region region)
    {
        /// <summary>What the account may have of each instance type.</summary>
        public QuotaTable Quotas => region.Slot(static region => new QuotaTable(region));
    }
}
