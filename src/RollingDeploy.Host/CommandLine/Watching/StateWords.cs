using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Host.Control;
using RollingDeploy.Host.Control.Reports;
using Spectre.Console;

namespace RollingDeploy.Host.CommandLine.Watching;

/// <summary>The sign, the word and the color of the state of a deployment.</summary>
internal static class DeploymentWord
{
    public static (string Sign, string Word, Color Color) Of(DeploymentStatus status)
    {
        var (sign, color) = status switch
        {
            DeploymentStatus.InProgress => ("◌", Color.Aqua),
            DeploymentStatus.RollingBack or DeploymentStatus.RolledBack => ("↶", Color.Yellow),
            DeploymentStatus.Succeeded => ("✔", Color.Green),
            DeploymentStatus.RollbackFailed or DeploymentStatus.Failed => ("✖", Color.Red),
        };
        return (sign, Phrases.Of(status), color);
    }
}

/// <summary>The sign, the word and the color of the state of an alarm. The words are CloudWatch's.</summary>
internal static class AlarmWord
{
    public static (string Sign, string Word, Color Color) Of(AlarmState state) => state switch
    {
        AlarmState.Ok => ("✔", "OK", Color.Green),
        AlarmState.Alarm => ("✖", "ALARM", Color.Red),
        AlarmState.InsufficientData => ("?", "INSUFFICIENT_DATA", Color.Grey),
    };
}

/// <summary>The sign and the color of the state of an instance.</summary>
internal static class InstanceSign
{
    public static (string Sign, Color Color) Of(InstanceState state) => state switch
    {
        InstanceState.Provisioning => ("◌", Color.Aqua),
        InstanceState.InService => ("✔", Color.Green),
        InstanceState.Draining => ("▿", Color.Yellow),
    };
}

/// <summary>Says which step of its plan a deployment is at.</summary>
internal static class StepText
{
    /// <returns>Null if no step is active.</returns>
    public static string? Of(DeploymentDetail deployment)
    {
        var isBack = deployment.Rollback is not null;
        var steps = deployment.Steps.FindAll(step => step.Rollback == isBack);
        var active = steps.FindIndex(step => step.State == "active");
        return active < 0 ? null : $"{(isBack ? "Rollback step" : "Step")} {active + 1} of {steps.Count}: {steps[active].Step}";
    }
}
