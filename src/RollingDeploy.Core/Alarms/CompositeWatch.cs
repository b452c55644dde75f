using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using RollingDeploy.Core.Alarms.Rules;
using RollingDeploy.Core.Guards;

namespace RollingDeploy.Core.Alarms;

/// <summary>
/// Evaluates composite alarms after one of their children has changed its state. Children are evaluated before parents, and each
/// alarm once, so that there are no intermediate states. Alarms in a cycle are not evaluated (API reference, PutCompositeAlarm).
/// </summary>
internal sealed class CompositeWatch
{
    // The limit in AWS's model. A rule can have a hundred alarms, but only about twenty fit.
    private const int LongestReasonData = 4000;

    private readonly Region _region;
    private readonly HashSet<string> _affected;
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changed;
    private readonly bool _hasCycle;

    private CompositeWatch(Region region, IReadOnlySet<string> changed)
    {
        _region = region;
        _affected = AlarmGraph.Ancestors(region, changed);
        _changed = new(changed, StringComparer.Ordinal);
        _hasCycle = AlarmGraph.HasCycle(region, _affected);
    }

    /// <summary>Evaluates the alarms that depend on states that have changed since the last call.</summary>
    public static void Settle(Region region) => Guard.Try(
        region, new Owner(region.Name, "", OwnerType.CompositeAlarms), 0, static (region, _) => SettleAll(region));

    /// <summary>Schedules <see cref="Settle"/> for after all metric alarms that are evaluated now.</summary>
    public static void SettleLater(Region region)
    {
        if (!region.Alarms.IsSettling)
        {
            region.Alarms.IsSettling = true;
            region.Schedule.Add(region.Now, DueKind.CompositeAlarms, new Owner(region.Name, "", OwnerType.CompositeAlarms));
        }
    }

    /// <summary>Runs the work that <see cref="SettleLater"/> has scheduled.</summary>
    public static void IsDue(Region region)
    {
        region.Alarms.IsSettling = false;
        Settle(region);
    }

    private static void SettleAll(Region region)
    {
        while (region.Alarms.TakeChanged() is { Count: > 0 } changed)
        {
            foreach (var name in changed)
            {
                Suppression.MayHaveChanged(region, name);
            }

            var watch = new CompositeWatch(region, changed);
            foreach (var name in watch._affected.Order(StringComparer.Ordinal))
            {
                watch.Visit(name);
            }
        }
    }

    /// <summary>Evaluates an alarm that was put.</summary>
    public static void Begin(Region region, CompositeAlarm alarm, bool isNew)
    {
        Guard.Run(region, alarm.OwnerIn(region), (Alarm: alarm, IsNew: isNew),
            static (region, put) => EvaluateFirst(region, put.Alarm, put.IsNew));

        // Alarms that depend on it are evaluated even if its state is the same, because its old rule may have put them in a
        // cycle.
        region.Alarms.NoteChange(alarm.Name);
        Settle(region);
    }

    private static void EvaluateFirst(Region region, CompositeAlarm alarm, bool isNew)
    {
        if (!AlarmGraph.IsInCycle(region, alarm.Name))
        {
            var state = Decide(region, alarm);
            var what = isNew ? "created and its" : "updated and its new";
            Enter(region, alarm, state, $"{Arn.Alarm(region, alarm.Name)} was {what} alarm rule evaluates to {StateWord.Of(state)}");
        }
    }

    private void Visit(string name)
    {
        if (!_visited.Add(name)
            || (_hasCycle && AlarmGraph.IsInCycle(_region, name))
            || !_region.Alarms.TryGet<CompositeAlarm>(name, out var alarm))
        {
            return;
        }

        foreach (var child in alarm.Children.Where(_affected.Contains))
        {
            Visit(child);
        }

        Guard.Run(_region, alarm.OwnerIn(_region), (Watch: this, Alarm: alarm),
            static (_, visited) => visited.Watch.Evaluate(visited.Alarm));
    }

    private void Evaluate(CompositeAlarm alarm)
    {
        // If several children have changed at the same time, the first one in the rule is the trigger.
        var before = alarm.Current;
        var trigger = alarm.Children.Where(_changed.Contains)
            .Concat(alarm.Children)
            .Select(_region.Alarms.Find)
            .First(child => child is not null)!;
        Enter(
            _region,
            alarm,
            Decide(_region, alarm),
            $"{Arn.Alarm(_region, trigger.Name)} transitioned to {StateWord.Of(trigger.State)} at "
            + trigger.Current.Since.UtcDateTime.ToString("dddd dd MMMM, yyyy HH:mm:ss 'UTC'", CultureInfo.InvariantCulture),
            trigger);
        if (alarm.Current != before)
        {
            _changed.Add(alarm.Name);
        }
    }

    // An alarm that returns to OK lists only the child that caused it.
    private static void Enter(Region region, CompositeAlarm alarm, AlarmState state, string reason, Alarm? trigger = null)
    {
        alarm.Confirm(region.Now);
        IEnumerable<Alarm> listed = state == AlarmState.Ok && trigger is not null ? [trigger] : Triggering(region, alarm);
        AlarmTransition.Enter(region, alarm, state, reason, ReasonData(region, listed));
    }

    private static IEnumerable<Alarm> Triggering(Region region, CompositeAlarm alarm) =>
        alarm.Rule.Triggering(reference => StateOf(region, reference))
            .Select(reference => Find(region, reference)).OfType<Alarm>().Distinct();

    private static AlarmState Decide(Region region, CompositeAlarm alarm) =>
        alarm.Rule.Evaluate(reference => StateOf(region, reference)) ? AlarmState.Alarm : AlarmState.Ok;

    // A child that does not exist counts as INSUFFICIENT_DATA. Normally, such children cannot be deleted.
    private static AlarmState StateOf(Region region, string reference) =>
        Find(region, reference)?.State ?? AlarmState.InsufficientData;

    private static Alarm? Find(Region region, string reference) =>
        AlarmArn.NameIn(region.Name, region.Account, reference) is { } name ? region.Alarms.Find(name) : null;

    private static string ReasonData(Region region, IEnumerable<Alarm> listed)
    {
        var (start, end) = ("""{"triggeringAlarms":[""", "]}");
        var text = new StringBuilder(start);
        foreach (var child in listed)
        {
            var entry = (text.Length > start.Length ? "," : "") + Entry(region, child);
            if (text.Length + entry.Length + end.Length > LongestReasonData)
            {
                break;
            }

            text.Append(entry);
        }

        return text.Append(end).ToString();
    }

    private static string Entry(Region region, Alarm child)
    {
        var arn = JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(Arn.Alarm(region, child.Name));
        var since = StateReasonData.Print(child.Current.Since);
        return $$$"""{"arn":"{{{arn}}}","state":{"value":"{{{StateWord.Of(child.State)}}}","timestamp":"{{{since}}}"}}""";
    }
}
