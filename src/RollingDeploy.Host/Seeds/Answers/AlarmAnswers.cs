using RollingDeploy.Core.Alarms.Rules;
using RollingDeploy.Host.Seeds.Files;

namespace RollingDeploy.Host.Seeds.Answers;

/// <summary>The answers of DescribeAlarms, by kind of alarm, and the alarms that scaling policies make themselves.</summary>
internal sealed record AlarmSources(
    IReadOnlyList<Source> Metric, IReadOnlyList<Source> Composite, IReadOnlyList<Source> Log, IReadOnlySet<string> OwnOfPolicies);

/// <summary>Makes alarms, with their states, from answers of DescribeAlarms.</summary>
internal sealed class AlarmAnswers(Operations operations, Destination destination, LeftOut leftOut)
{
    public const string Metric = "MetricAlarms";
    public const string Composite = "CompositeAlarms";
    public const string Log = "LogAlarms";

    private const string Arn = "AlarmArn";

    /// <summary>The calls for all alarms except those that scaling policies make themselves.</summary>
    public IEnumerable<SeedCall> Calls(AlarmSources sources)
    {
        var metric = Of(sources.Metric, Metric).Where(alarm => !sources.OwnOfPolicies.Contains(NameOf(alarm))).ToList();
        var composite = InOrder([.. Of(sources.Composite, Composite)]).ToList();
        foreach (var log in sources.Log.SelectMany(answer => answer.Each(Log)))
        {
            leftOut.Resource($"alarm {NameOf(log)}, which is a log alarm");
        }

        // A composite alarm gets its state from the alarms that its rule names.
        return
        [
            .. metric.Select(alarm => operations.Call("PutMetricAlarm", alarm, destination.Of(alarm, Arn))),
            .. composite.Select(alarm => operations.Call("PutCompositeAlarm", alarm, destination.Of(alarm, Arn))),
            .. metric.SelectMany(State),
        ];
    }

    /// <summary>The calls that set the states of the alarms that scaling policies have made.</summary>
    public IEnumerable<SeedCall> OwnStates(AlarmSources sources) => sources.Metric.SelectMany(answer => answer.Each(Metric))
        .Where(alarm => sources.OwnOfPolicies.Contains(NameOf(alarm)))
        .SelectMany(State);

    private List<Source> Of(IEnumerable<Source> answers, string list)
    {
        var alarms = answers.SelectMany(answer => answer.Each(list)).ToList();
        leftOut.Members(alarms.SelectMany(alarm => Projection.Unknown(alarm.Object, operations.ItemOf("DescribeAlarms", list), list)));
        return alarms;
    }

    private IEnumerable<SeedCall> State(Source alarm) => alarm.Object.Text("StateValue") is null
        ? []
        : [operations.Call("SetAlarmState", alarm, destination.Of(alarm, Arn), alarm.Object.Find("StateReason") is null
            ? [("StateReason", "Loaded from a file")]
            : [])];

    // A composite alarm comes after those that its rule names. Alarms that wait for each other stay as they are in the file, and
    // the first one is refused.
    private static IEnumerable<Source> InOrder(List<Source> alarms)
    {
        while (alarms.Count > 0)
        {
            var names = alarms.Select(NameOf).ToHashSet(StringComparer.Ordinal);
            var ready = alarms.FindAll(alarm => !References(alarm.Object).Any(names.Contains));
            foreach (var alarm in ready.Count > 0 ? ready : [.. alarms])
            {
                yield return alarm;
                alarms.Remove(alarm);
            }
        }
    }

    private static IEnumerable<string> References(SeedObject alarm)
    {
        try
        {
            var rule = AlarmRule.Parse(alarm.Text("AlarmRule")).References;
            return (alarm.Text("ActionsSuppressor") is { } suppressor ? rule.Add(suppressor) : rule).Select(LastPart);
        }
        catch (AlarmRuleException)
        {
            // The call is refused with the reason.
            return [];
        }
    }

    // arn:aws:cloudwatch:us-east-1:111122223333:alarm:name
    private static string LastPart(string reference) =>
        reference.StartsWith("arn:", StringComparison.Ordinal) && reference.Split(':', 7) is [.., var name] ? name : reference;

    private static string NameOf(Source alarm) => alarm.Object.Text("AlarmName") ?? "";
}
