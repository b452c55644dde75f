using System.Collections.Immutable;

namespace RollingDeploy.Core.Metrics;

/// <summary>Adds data to metrics. The datums must have been checked before. The result is the number of datums.</summary>
public sealed record PutMetricData(string Region, ImmutableArray<Datum> Data) : Command<int>(Region)
{
    /// <inheritdoc/>
    protected internal override int Execute(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        foreach (var datum in Data)
        {
            region.Metrics.Add(datum, region.Now);
        }

        return Data.Length;
    }
}
