namespace RollingDeploy.Host.CloudWatch.Metrics;

/// <summary>Checks the period of a query (API reference, MetricStat).</summary>
internal static class PeriodRule
{
    public static bool IsOfAQuery(int seconds) => seconds is 1 or 5 or 10 or 20 or 30 || (seconds > 0 && seconds % 60 == 0);
}
