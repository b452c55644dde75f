using System.Globalization;

namespace RollingDeploy.Core.Alarms;

/// <summary>
/// The interval between evaluations: 10 s if the period is less than a minute, otherwise a minute (cloudwatch.md §3.1).
/// </summary>
internal sealed class EvaluationInterval
{
    private static readonly EvaluationInterval[] All = [new(10), new(60)];

    private EvaluationInterval(int seconds)
    {
        Seconds = seconds;
        Name = seconds.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The interval in seconds.</summary>
    public int Seconds { get; }

    /// <summary>The name of its entries in the schedule.</summary>
    public string Name { get; }

    /// <summary>Returns the interval with this length.</summary>
    public static EvaluationInterval Of(int seconds) => Array.Find(All, each => each.Seconds == seconds)
        ?? throw new IllegalTransitionException($"no alarm is evaluated every {seconds} s");

    /// <summary>Returns the interval with this name.</summary>
    public static EvaluationInterval Named(string name) => Array.Find(All, each => each.Name == name)
        ?? throw new IllegalTransitionException($"no evaluation interval is called {name}");
}
