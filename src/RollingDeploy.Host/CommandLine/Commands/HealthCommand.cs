using System.CommandLine;
using RollingDeploy.Host.CommandLine.Calls;
using RollingDeploy.Host.CommandLine.Output;

namespace RollingDeploy.Host.CommandLine.Commands;

/// <summary><c>rollingdeploy health</c> asks a server whether it works. A container can use it as its health check.</summary>
internal static class HealthCommand
{
    public static Command Create(Failure failure) => new ServerCommand(
        "health",
        "Asks the server whether it works. The exit code is 1 if it does not answer or has a problem.",
        [],
        new ServerOptions(hasRegion: false, hasAccount: false),
        "Prints the answer as JSON.").Does(failure, async run =>
        {
            var answer = await run.Client.GetText("health", run.Cancel);
            var health = Documents.Read<Control.Health>(answer);
            if (run.IsJson)
            {
                Screen.Document(answer);
            }
            else
            {
                Screen.Line($"{health.Status} (RollingDeploy {health.Version} at {run.Client.Address.Name})");
                health.Problems.ToList().ForEach(Screen.Line);
            }

            return health.Status == "healthy" ? 0 : 1;
        });
}
