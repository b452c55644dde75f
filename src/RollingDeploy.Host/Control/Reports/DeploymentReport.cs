using System.Text;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Previews;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Control.Reports;

/// <summary>A report of a deployment that has ended, in Markdown, for the comment of a pull request.</summary>
/// <param name="Endpoint">The name of the endpoint.</param>
/// <param name="Record">The deployment with its journal.</param>
/// <param name="InstanceType">The instance type; null if the endpoint has several or none.</param>
/// <param name="Policies">What each policy would do with the same fleets; empty if there is nothing to compare.</param>
internal sealed record DeploymentReport(
    string Endpoint, DeploymentRecord Record, string? InstanceType, IReadOnlyList<ComparedPolicy> Policies)
{
    private Deployment Deployment => Record.Deployment;

    /// <summary>Returns the report.</summary>
    public override string ToString()
    {
        var text = new Markdown();
        Summary(text);
        Planned(text);
        Happened(text);
        Alarms(text);
        Cost(text);
        return text.ToString();
    }

    private void Summary(Markdown text)
    {
        var (journal, ended) = (Record.Journal, Deployment.EndedAt!.Value);
        text.Block($"# Deployment {Deployment.Id} of endpoint {Markdown.Text(Endpoint)}: {Phrases.Of(Deployment.Status)}");
        if (Deployment.FailureReason is { } reason)
        {
            text.Block($"> {Markdown.Text(reason)}");
        }

        var (old, next) = (journal[0].Old, journal[0].New);
        text.Table(["", ""],
        [
            ["Started by", Deployment.Trigger.ToString()],
            ["Policy", Phrases.Of(Deployment.Policy)],
            ["From", old is null ? "nothing" : Markdown.Text(old.ConfigName)],
            ["To", next is null ? "nothing" : Markdown.Text(next.ConfigName)],
            ["Started", UtcConverter.Text(Deployment.StartedAt)],
            ["Ended", $"{UtcConverter.Text(ended)}, after {Phrases.Of(ended - Deployment.StartedAt)}"],
        ]);
    }

    private void Planned(Markdown text)
    {
        text.Block("## What was to happen");
        text.Block($"`{Deployment.Forward}`");
        if (Deployment.Rollback is { } rollback)
        {
            text.Block($"The rollback: `{rollback}`");
        }
    }

    private void Happened(Markdown text)
    {
        text.Block("## What happened");
        text.Block(Chart());
        text.Table(["After", "Event", "Old instances", "New instances", "New traffic"], Record.Journal.Select(entry => new[]
        {
            Phrases.Of(entry.Time - Deployment.StartedAt),
            Markdown.Text(entry.Sentence),
            $"{entry.Old?.InService ?? 0} of {entry.Old?.Instances ?? 0}",
            $"{entry.New?.InService ?? 0} of {entry.New?.Instances ?? 0}",
            Phrases.Percent(entry.New?.TrafficShare ?? 0),
        }));
    }

    // Steps that last no time are milestones. Names of steps have no characters with a meaning in Mermaid.
    private string Chart()
    {
        var chart = new StringBuilder("```mermaid\ngantt\n  dateFormat X\n  axisFormat %H:%M:%S\n");
        foreach (var side in TimedStep.Of(Record).GroupBy(step => step.IsRollback))
        {
            chart.Append(side.Key ? "  section Rollback\n" : "  section Deployment\n");
            foreach (var step in side)
            {
                var kind = step.End > step.Start ? side.Key ? "crit" : "done" : "milestone";
                var name = (side.Key ? Deployment.Rollback! : Deployment.Forward).Describe(step.Index);
                chart.Append(FormattableString.Invariant(
                    $"  {name} :{kind}, {step.Start.TotalSeconds:0}, {step.End.TotalSeconds:0}\n"));
            }
        }

        return chart.Append("```").ToString();
    }

    private void Alarms(Markdown text)
    {
        text.Block("## Alarms");
        if (Deployment.Alarms.IsEmpty)
        {
            text.Block("No alarm was watched.");
            return;
        }

        text.Table(["Alarm", "At the start", "First in ALARM after", "At the end"], Deployment.Alarms.Select(name => new[]
        {
            Markdown.Text(name), StateOf(Record.Journal[0], name), FirstInAlarm(name), StateOf(Record.Journal[^1], name),
        }));
    }

    private static string StateOf(JournalEntry entry, string name) => entry.Alarms.Where(alarm => alarm.Name == name)
        .Select(alarm => alarm.State is { } state ? Core.Alarms.Rules.StateWord.Of(state) : "absent")
        .FirstOrDefault() ?? "unknown";

    private string FirstInAlarm(string name) => Record.Journal
        .Where(entry => entry.Alarms.Any(alarm => alarm.Name == name && alarm.State == Core.Alarms.AlarmState.Alarm))
        .Select(entry => Phrases.Of(entry.Time - Deployment.StartedAt))
        .FirstOrDefault() ?? "never";

    private void Cost(Markdown text)
    {
        var hours = Timing.InstanceHours(Record);
        var price = InstanceType is { } type ? InstancePrices.Of(type.ToLowerInvariant()) : null;
        text.Block("## Peak and cost");
        text.Table(
            ["", "Duration", "Most instances", "Instance hours", "Dollars"],
            [
                [
                    "**This deployment**", Phrases.Of(Deployment.EndedAt!.Value - Deployment.StartedAt), $"{Timing.Peak(Record)}",
                    Phrases.Hours(hours), Phrases.Dollars(price * hours),
                ],
                .. Policies.Select(Row),
            ]);
        text.Block($"The other rows are what each policy would do with the same fleets if nothing went wrong. Prices are those of us-east-1 on {InstancePrices.AsOf:yyyy-MM-dd}.");
    }

    private static string[] Row(ComparedPolicy compared) => compared.Preview is { } preview
        ? [
            compared.Policy == DeploymentPolicy.Default ? Phrases.Of(compared.Policy) : $"{Phrases.Of(compared.Policy)} ({preview.Settings})",
            Phrases.Of(preview.Shortest),
            $"{preview.Peak}", Phrases.Hours(preview.InstanceTime.TotalHours), Phrases.Dollars(preview.Dollars),
        ]
        : [Phrases.Of(compared.Policy), Markdown.Text(compared.Refusal!), "", "", ""];
}
