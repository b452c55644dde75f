using System.Globalization;

namespace RollingDeploy.Core.Alarms;

/// <summary>
/// How often alarms are evaluated: every 10 s where their period is below a minute, else every minute (cloudwatch.md §3.1).
/// </summary>
internal sealed class EvaluationInterval
{
    private static readonly EvaluationInterval[] All = [new(10), new(60)];

    private EvaluationInterval(int seconds)
    {
        Seconds = seconds;
        Name = seconds.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Its length in seconds.</summary>
    public int Seconds { get; }

    /// <summary>What its entries in the schedule are named by.</summary>
    public string Name { get; }

    /// <summary>The one of that many seconds.</summary>
    public static EvaluationInterval Of(int seconds) => Array.Find(All, each => each.Seconds == seconds)
        ?? throw new IllegalTransitionException($"no alarm is evaluated every {seconds} s");

    /// <summary>The one of that name.</summary>
    public static EvaluationInterval Named(string name) => Array.Find(All, each => each.Name == name)
        ?? throw new IllegalTransitionException($"no evaluation interval is called {name}");
}
