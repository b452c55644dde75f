using System.CommandLine;
using RollingDeploy.Host.CommandLine.Calls;

namespace RollingDeploy.Host.CommandLine.Commands;

/// <summary><c>rollingdeploy reset</c> removes everything in an account.</summary>
internal static class ResetCommand
{
    public static Command Create(Failure failure) => new ServerCommand(
        "reset",
        "Resets the account to its state at start-up: its resources, its clock and its faults.",
        [],
        new ServerOptions(hasRegion: false),
        "Prints an error as JSON.")
    {
        Failed = "The account was not reset.",
    }.Does(failure, async run =>
    {
        await run.Client.Call(HttpMethod.Post, "reset", null, run.Cancel);
        return 0;
    });
}
