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
    /// <summary>
    /// Returns the contributor with these attributes. The same attributes always have the same identifier. AWS's hash is not
    /// documented; it has the same length (6d442278dba546f6).
    /// </summary>
    public static AlarmContributor Of(ImmutableArray<Dimension> attributes)
    {
        // The end of a text is hashed as well, so that "ab" and "c" differ from "a" and "bc".
        var hash = Dice.HashOf(string.Concat(attributes.Select(each => $"{each.Name}\uFFFF{each.Value}\uFFFF")));
        return new(hash.ToString("x16", CultureInfo.InvariantCulture), attributes);
    }
}

/// <summary>A contributor in ALARM.</summary>
/// <param name="Contributor">The contributor.</param>
/// <param name="State">The state, which is always ALARM, with its reason and time.</param>
public sealed record ContributorInAlarm(AlarmContributor Contributor, AlarmStateRecord State);
