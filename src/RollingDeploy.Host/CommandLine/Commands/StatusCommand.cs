using System.CommandLine;
using RollingDeploy.Host.CommandLine.Calls;
using RollingDeploy.Host.CommandLine.Following;
using RollingDeploy.Host.CommandLine.Output;

namespace RollingDeploy.Host.CommandLine.Commands;

/// <summary>
/// <c>rollingdeploy status endpoint</c> waits until a deployment has ended. Its exit code says how, so that a script or a CI job
/// can depend on it.
/// </summary>
internal static class StatusCommand
{
    // The waiter endpoint_in_service of AWS's SDKs asks 120 times, every 30 s.
    private const string StandardTimeout = "1h";

    /// <summary>The exit codes, for the help text.</summary>
    public const string ExitCodes = """
        Exit codes:
          0  deployed
          2  rolled back
          3  the rollback has failed
          1  anything else: no such endpoint, no server, the time is over, time stands still
        """;

    public static Command Create(Failure failure)
    {
        var endpoint = new Argument<string>("endpoint") { Description = "The name of the endpoint." };
        var timeout = new Option<string>("--timeout")
        {
            HelpName = "duration",
            Description = $"The longest real time to wait, such as 60s, 5m or 1h. The default is {StandardTimeout}. "
                + "Use 0 to not wait.",
        };
        var deployment = new Option<string>("--deployment")
        {
            HelpName = "id",
            Description = "The deployment. The default is the newest one.",
        };
        return new ServerCommand(
            "status",
            "Waits until the deployment of an endpoint has ended, and says how.",
            [endpoint, timeout, deployment],
            new ServerOptions(hasRegion: true),
            "Prints the result as JSON.")
        {
            More = $"""
                {ExitCodes}

                Examples:
                  rollingdeploy status demo --timeout 5m
                  rollingdeploy status demo --timeout 0 --json
                """,
        }.Does(failure, async run =>
        {
            var limit = Durations.Read(timeout.Name, run.Value(timeout) ?? StandardTimeout);
            var wait = new DeploymentWait(run.Client, run.Value(endpoint), run.Value(deployment));
            var outcome = await wait.Run(TimeSpan.FromSeconds(Math.Min(limit, int.MaxValue / 1000)), run.Cancel);
            if (run.IsJson)
            {
                Screen.Document(wait.Document(outcome));
            }
            else
            {
                Screen.Line(outcome.Sentence);
            }

            return outcome.ExitCode;
        });
    }
}
