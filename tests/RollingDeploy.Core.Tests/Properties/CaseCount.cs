using System.Globalization;

namespace RollingDeploy.Core.Tests.Properties;

/// <summary>
/// The number of cases of a property, which <c>ROLLINGDEPLOY_CASES</c> in the environment can change. In CI there are more.
/// </summary>
internal static class CaseCount
{
    /// <summary>The number that was asked for; null if none was.</summary>
    public static int? Asked => Environment.GetEnvironmentVariable("ROLLINGDEPLOY_CASES") is { } asked
        ? int.Parse(asked, CultureInfo.InvariantCulture)
        : null;

    /// <summary>The number for a property whose cases take a tenth of a second.</summary>
    public static int OfWorlds => Asked ?? (Environment.GetEnvironmentVariable("CI") is { Length: > 0 } ? 2000 : 200);
}
