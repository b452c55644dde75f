using System.Globalization;
using RollingDeploy.Host.CommandLine.Output;
using RollingDeploy.Host.Control;
using RollingDeploy.Host.Control.Reports;

namespace RollingDeploy.Host.CommandLine.Commands;

/// <summary>Writes a plan as text.</summary>
internal static class PlanText
{
    public static IEnumerable<string> Lines(DeploymentPlan plan)
    {
        yield return $"{Phrases.Of(plan.Update.Policy)}: {plan.Update.Plan}";
        yield return "";
        foreach (var line in Columns.Lines([["Starts", "Takes", "Step", "Old", "New", "New traffic"], .. plan.Update.Steps!.Select(Row)]))
        {
            yield return line;
        }

        if (plan.Update.FailureReason is { } reason)
        {
            yield return $"Then: {reason}";
        }

        yield return "";
        string[] head = ["Policy", "Shortest", "Longest", "Peak", "Fewest in service", "Instance hours", "More than now", "Dollars", "Settings"];
        foreach (var line in Columns.Lines([head, Row(plan.Update, "as requested"), .. plan.Others.Select(each => Row(each, each.Settings))]))
        {
            yield return line;
        }

        yield return "";
        foreach (var warning in plan.Warnings)
        {
            yield return $"Warning: {warning.Field}: {warning.Why} {warning.Instead}";
        }

        yield return plan.Warnings.Count == 0 ? "No warnings." : Numbered.Of(plan.Warnings.Count, "warning.", "warnings.");
    }

    private static string[] Row(PlannedStep step) =>
    [
        Time(step.StartsAtSeconds), Time(step.DurationSeconds), step.Step, $"{step.OldInstances}", $"{step.NewInstances}",
        Phrases.Percent(step.NewTrafficShare),
    ];

    private static string[] Row(PolicyPlan policy, string? settings) => policy.Refusal is { } refusal
        ? [Phrases.Of(policy.Policy), refusal]
        : [
            Phrases.Of(policy.Policy), Time(policy.ShortestSeconds!.Value), Time(policy.LongestSeconds!.Value), $"{policy.PeakInstances}",
            $"{policy.MinimumInService}", Hours(policy.InstanceHours), Hours(policy.AdditionalInstanceHours), Phrases.Dollars(policy.Dollars),
            settings ?? "",
        ];

    private static string Time(double seconds) => Phrases.Of(TimeSpan.FromSeconds(seconds));

    private static string Hours(double? hours) => hours?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";
}
