using RollingDeploy.Core.Limits;

namespace RollingDeploy.Core.Models;

/// <summary>Calculates the utilization of limits.</summary>
public static class ModelLimits
{
    extension(ServiceLimit limit)
    {
        /// <summary>Returns how much of the limit a region uses.</summary>
        public int Utilization(Region region)
        {
            ArgumentNullException.ThrowIfNull(region);
            return limit == ServiceLimit.Models ? region.Models.Count : 0;
        }
    }
}
