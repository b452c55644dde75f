using System.CommandLine;
using RollingDeploy.Host.CommandLine.Commands;

namespace RollingDeploy.Host.CommandLine;

/// <summary>All commands besides <c>serve</c>, in the order in which the help text lists them.</summary>
internal static class CommandTable
{
    /// <summary>Creates the commands.</summary>
    /// <param name="failure">Tells the user why a command has failed.</param>
    public static IReadOnlyList<Command> Create(Failure failure) =>
    [
        WatchCommand.Create(failure),
        StatusCommand.Create(failure),
        PlanCommand.Create(failure),
        ReportCommand.Create(failure),
        AdvanceCommand.Create(failure),
        ClockCommand.Create(failure),
        FaultsCommand.Create(failure),
        EventsCommand.Create(failure),
        StateCommands.Export(failure),
        StateCommands.Import(failure),
        ResetCommand.Create(failure),
        HealthCommand.Create(failure),
        CompletionCommand.Create(failure),
    ];
}
