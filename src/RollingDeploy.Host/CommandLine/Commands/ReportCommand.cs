using System.CommandLine;
using System.Text.Json.Nodes;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Host.CommandLine.Calls;
using RollingDeploy.Host.CommandLine.Output;
using RollingDeploy.Host.Control;

namespace RollingDeploy.Host.CommandLine.Commands;

/// <summary><c>rollingdeploy report endpoint</c> prints a report of a deployment that has ended, in Markdown.</summary>
internal static class ReportCommand
{
    public static Command Create(Failure failure)
    {
        var endpoint = new Argument<string>("endpoint") { Description = "The name of the endpoint." };
        var deployment = new Option<string>("--deployment")
        {
            HelpName = "id",
            Description = "The deployment. The default is the newest one that has ended.",
        };
        return new ServerCommand(
            "report",
            "Prints a report of a deployment that has ended, in Markdown with a Mermaid chart, for the comment of a pull request.",
            [endpoint, deployment],
            new ServerOptions(hasRegion: true),
            "Prints a JSON object with the ID of the deployment and the report.")
        {
            More = """
                Examples:
                  rollingdeploy report demo > report.md
                """,
        }.Does(failure, async run =>
        {
            var route = $"endpoints/{Uri.EscapeDataString(run.Value(endpoint))}/deployments";
            var id = run.Value(deployment) ?? await Newest(run, route) ?? throw new CallException(
                $"No deployment of endpoint {run.Value(endpoint)} has ended yet.");
            var report = await run.Client.GetText($"{route}/{Uri.EscapeDataString(id)}/report", run.Cancel);
            if (run.IsJson)
            {
                Screen.Document(new JsonObject { ["deployment"] = id, ["report"] = report }.ToJsonString());
            }
            else
            {
                report.TrimEnd('\n').Split('\n').ToList().ForEach(Screen.Line);
            }

            return 0;
        });
    }

    private static async Task<string?> Newest(ServerRun run, string route) =>
        (await run.Client.Get<List<DeploymentSummary>>(route, run.Cancel))
            .Find(each => each.Status is not (DeploymentStatus.InProgress or DeploymentStatus.RollingBack))?.Id;
}
