using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using RollingDeploy.Core.Faults;
using RollingDeploy.Host.CommandLine.Calls;
using RollingDeploy.Host.CommandLine.Output;
using RollingDeploy.Host.Control;
using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.CommandLine.Commands;

/// <summary><c>rollingdeploy faults add</c>: each option is a member of the request. The server checks them.</summary>
internal static class FaultAddCommand
{
    public static Command Create(Failure failure)
    {
        var kind = new Argument<string>("kind")
        {
            Description = $"What goes wrong: {string.Join(", ", Kinds.SkipLast(1))} or {Kinds[^1]}.",
        };
        kind.CompletionSources.Add(Kinds);
        var members = Members();
        return new ServerCommand(
            "add",
            "Adds a fault. Every option narrows down where and when it strikes.",
            [kind, .. members.Select(member => member.Option)],
            new ServerOptions(hasRegion: true),
            "Prints the fault as JSON.")
        {
            More = """
                Examples:
                  rollingdeploy faults add insufficientCapacity --fleet old
                  rollingdeploy faults add pingFailure --endpoint demo --fleet new --times 1
                  rollingdeploy faults add slowLaunch --when-endpoint demo --when-bake 2
                """,
        }.Does(failure, async run =>
        {
            var request = new JsonObject { ["kind"] = run.Value(kind) };
            foreach (var member in members.Where(member => run.Value(member.Option) is not null))
            {
                member.AddTo(request, run.Value(member.Option)!);
            }

            var answer = await run.Client.Call(HttpMethod.Post, "faults", request, run.Cancel);
            if (run.IsJson)
            {
                Screen.Document(answer);
            }
            else
            {
                Screen.Line(FaultsCommand.Line(Documents.Read<FaultState>(answer)));
            }

            return 0;
        });
    }

    private static string[] Kinds =>
        [.. Enum.GetNames<FaultKind>().Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName)];

    private static List<Member> Members()
    {
        List<Member> members =
        [
            Member.Text("--endpoint", "name", "endpoint", "The endpoint."),
            Member.Text("--variant", "name", "variant", "The production variant."),
            Member.Text("--inference-component", "name", "inferenceComponent", "The inference component: its copies fail instead of instances."),
            Member.Text("--fleet", "fleet", "fleet", "The fleet that launches instances: new, or old for launches of a rollback."),
            Member.Text("--instance-type", "type", "instanceType", "The instance type, such as ml.m5.large."),
            Member.Number("--at-instance", "atInstance", "The number of the launch that fails, counted from 1."),
            Member.Number("--seconds", "seconds", "The seconds that a slow launch takes. The default is 600."),
            Member.Text("--operation", "name", "operation", "The API operation that is refused, such as DescribeEndpoint."),
            Member.Number("--rate", "rate", "The fraction of calls that are refused: more than 0 and at most 1."),
            Member.Number("--times", "times", "The most times that the fault strikes."),
            Member.Text("--when-endpoint", "name", "when.endpoint", "Strikes during the next deployment of this endpoint."),
            Member.Text("--when-inference-component", "name", "when.inferenceComponent", "The same for an inference component."),
            Member.Number("--when-bake", "when.bake", "The number of the bake in which it begins, counted from 1."),
            Member.Number("--when-after-seconds", "when.afterSeconds", "The virtual seconds after the start of that bake."),
        ];
        members.Find(member => member.Path == "fleet")!.Option.CompletionSources.Add("old", "new");
        return members;
    }

    private sealed record Member(Option<string> Option, string Path, bool IsNumber)
    {
        public static Member Text(string name, string value, string path, string description) =>
            new(new(name) { HelpName = value, Description = description }, path, IsNumber: false);

        public static Member Number(string name, string path, string description) =>
            new(new(name) { HelpName = "number", Description = description }, path, IsNumber: true);

        public void AddTo(JsonObject request, string text)
        {
            JsonNode value = !IsNumber ? text
                : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
                : throw new StartUpException($"{Option.Name} is {Printable.Of(text)}; it must be a number.");
            var parts = Path.Split('.');
            foreach (var part in parts[..^1])
            {
                request.TryAdd(part, new JsonObject());
                request = request[part]!.AsObject();
            }

            request[parts[^1]] = value;
        }
    }
}
