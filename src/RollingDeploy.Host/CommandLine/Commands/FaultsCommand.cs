using System.CommandLine;
using System.Text.Json;
using RollingDeploy.Host.CommandLine.Calls;
using RollingDeploy.Host.CommandLine.Output;
using RollingDeploy.Host.Control;

namespace RollingDeploy.Host.CommandLine.Commands;

/// <summary><c>rollingdeploy faults</c> lists the faults, adds one, or removes one.</summary>
internal static class FaultsCommand
{
    public static Command Create(Failure failure)
    {
        var faults = new ServerCommand(
            "faults", "Lists the faults, and how many times each of them has struck.", [], new ServerOptions(hasRegion: true), "Prints the faults as JSON.")
        {
            More = """
                Examples:
                  rollingdeploy faults add insufficientCapacity --endpoint demo --fleet new --at-instance 3
                  rollingdeploy faults remove f-1
                """,
        };
        var list = new ServerCommand("list", faults.Description!, [], new ServerOptions(hasRegion: true), "Prints the faults as JSON.");
        faults.Subcommands.Add(list.Does(failure, List));
        faults.Subcommands.Add(FaultAddCommand.Create(failure));
        faults.Subcommands.Add(Remove(failure));
        return faults.Does(failure, List);
    }

    /// <summary>Writes a fault on a line, with the members that narrow it down.</summary>
    public static string Line(FaultState fault)
    {
        (string Name, object? Value)[] members =
        [
            ("endpoint", fault.Endpoint), ("variant", fault.Variant), ("inference component", fault.InferenceComponent),
            ("fleet", fault.Fleet is { } fleet ? Word(fleet.ToString()) : null), ("instance type", fault.InstanceType), ("at instance", fault.AtInstance),
            ("seconds", fault.Seconds), ("operation", fault.Operation), ("rate", fault.Rate), ("times", fault.Times),
            ("bake", fault.When?.Bake), ("after seconds", fault.When?.AfterSeconds),
        ];
        var given = members.Where(each => each.Value is not null).Select(each => FormattableString.Invariant($", {each.Name} {each.Value}"));
        return $"{fault.Id}: {Word(fault.Kind.ToString())}{string.Concat(given)}; it has struck {Numbered.Of(fault.Hits, "time", "times")}.";
    }

    private static string Word(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static ServerCommand Remove(Failure failure)
    {
        var id = new Argument<string>("id") { Description = "The ID of the fault." };
        return new ServerCommand("remove", "Removes a fault.", [id], new ServerOptions(hasRegion: true), "Prints an error as JSON.")
            .Does(failure, async run =>
            {
                await run.Client.Call(HttpMethod.Delete, $"faults/{Uri.EscapeDataString(run.Value(id))}", null, run.Cancel);
                return 0;
            });
    }

    private static async Task<int> List(ServerRun run)
    {
        var answer = await run.Client.GetText("faults", run.Cancel);
        if (run.IsJson)
        {
            Screen.Document(answer);
            return 0;
        }

        var faults = Documents.Read<List<FaultState>>(answer);
        faults.ForEach(fault => Screen.Line(Line(fault)));
        if (faults.Count == 0)
        {
            Screen.Line("There are no faults.");
        }

        return 0;
    }
}
