using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Host.Control;
using RollingDeploy.Host.Control.Views;

namespace RollingDeploy.Host.CommandLine.Following;

/// <summary>How a deployment has ended, or that it has not yet.</summary>
/// <param name="Result">The result for programs.</param>
/// <param name="ExitCode">The exit code of <c>status</c>.</param>
/// <param name="Sentence">The result for people, with the reason.</param>
internal sealed record Outcome(string Result, int ExitCode, string Sentence)
{
    public const int Deployed = 0;
    public const int Other = 1;
    public const int RolledBack = 2;
    public const int RollbackFailed = 3;

    private const string InProgress = "inProgress";

    /// <summary>Whether the deployment has ended.</summary>
    public bool IsOver => Result != InProgress;

    /// <summary>The outcome of one deployment of an endpoint.</summary>
    public static Outcome Of(EndpointView view, DeploymentSummary deployment)
    {
        var subject = $"{view.Summary.Name}: deployment {deployment.Id} ({PlainWords.Of(deployment.Policy)})";
        var reason = deployment.FailureReason is { } text ? $": {text}" : ".";
        return deployment.Status switch
        {
            DeploymentStatus.InProgress => new(InProgress, Other, $"{subject} is in progress{Step(view)}"),
            DeploymentStatus.RollingBack => new(InProgress, Other, $"{subject} is rolling back{Step(view)}"),
            DeploymentStatus.Succeeded => new("deployed", Deployed, $"{subject} has succeeded."),
            DeploymentStatus.RolledBack => new("rolledBack", RolledBack, $"{subject} was rolled back{reason}"),
            DeploymentStatus.RollbackFailed => new("rollbackFailed", RollbackFailed, $"{subject} could not be rolled back{reason}"),
            DeploymentStatus.Failed => new("failed", Other, $"{subject} has failed{reason}"),
        };
    }

    /// <summary>The outcome of the newest deployment of an endpoint. If no deployment is kept, its status counts.</summary>
    public static Outcome OfNewest(EndpointView view)
    {
        if (view.Deployments is [var newest, ..])
        {
            return Of(view, newest);
        }

        var sentence = $"{view.Summary.Name} is {view.Summary.Status}{(view.FailureReason is { } reason ? $": {reason}" : ".")}";
        return view.Summary.Status switch
        {
            EndpointStatus.InService => new("deployed", Deployed, sentence),
            EndpointStatus.OutOfService or EndpointStatus.Failed => new("failed", Other, sentence),
            EndpointStatus.UpdateRollbackFailed => new("rollbackFailed", RollbackFailed, sentence),
            EndpointStatus.Creating or EndpointStatus.Updating or EndpointStatus.SystemUpdating or EndpointStatus.RollingBack
                or EndpointStatus.Deleting => new(InProgress, Other, sentence),
        };
    }

    private static string Step(EndpointView view) => view.Summary.Step is { } step ? $": {step}" : ".";
}
