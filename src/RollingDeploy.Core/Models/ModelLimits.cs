using RollingDeploy.Core.Limits;

namespace RollingDeploy.Core.Models;

/// <summary>How much of its limits a region uses.</summary>
public static class ModelLimits
{
    extension(ServiceLimit limit)
    {
        /// <summary>How much of it a region uses.</summary>
        public int Utilization(Region region)
        {
            ArgumentNullException.ThrowIfNull(region);
            return limit == ServiceLimit.Models ? region.Models.Count : 0;
        }
    }
}
