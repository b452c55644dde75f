using System.Collections.Immutable;
using System.Globalization;
using RollingDeploy.Core.Metrics;

namespace RollingDeploy.Core.Alarms.Contributors;

/// <summary>
/// A contributor to an alarm: one of the time series of a Metrics Insights query with GROUP BY (user guide, create a CloudWatch
/// alarm based on a Metrics Insights query).
/// </summary>
/// <param name="Id">The identifier, 16 hexadecimal digits.</param>
/// <param name="Attributes">The labels of GROUP BY with their values.</param>
public sealed record AlarmContributor(string Id, ImmutableArray<Dimension> Attributes)
{
    // FNV-1a with 64 bits. AWS's hash is not documented; it has the same length (6d442278dba546f6).
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Returns the contributor with these attributes. The same attributes always have the same identifier.</summary>
    public static AlarmContributor Of(ImmutableArray<Dimension> attributes)
    {
        var hash = Basis;
        foreach (var (name, value) in attributes)
        {
            hash = Add(Add(hash, name), value);
        }

        return new(hash.ToString("x16", CultureInfo.InvariantCulture), attributes);
    }

    // The end of a text is hashed as well, so that "ab" and "c" differ from "a" and "bc".
    private static ulong Add(ulong hash, string text)
    {
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * Prime;
        }

        return (hash ^ char.MaxValue) * Prime;
    }
}

/// <summary>A contributor in ALARM.</summary>
/// <param name="Contributor">The contributor.</param>
/// <param name="State">The state, which is always ALARM, with its reason and time.</param>
public sealed record ContributorInAlarm(AlarmContributor Contributor, AlarmStateRecord State);
