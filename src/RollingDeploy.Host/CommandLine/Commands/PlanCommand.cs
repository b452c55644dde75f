using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using RollingDeploy.Host.CommandLine.Calls;
using RollingDeploy.Host.CommandLine.Output;
using RollingDeploy.Host.Control;
using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.CommandLine.Commands;

/// <summary><c>rollingdeploy plan file</c> says what an update would do, without doing it.</summary>
internal static class PlanCommand
{
    private const int Warned = 2;

    public static Command Create(Failure failure)
    {
        var file = new Argument<string>("file")
        {
            Description = "The input of UpdateEndpoint in JSON, as for aws sagemaker update-endpoint --cli-input-json. "
                + "Use - for the standard input.",
        };
        var type = new Option<string>("--instance-type")
        {
            HelpName = "type",
            Description = "Plans for a fleet that does not exist yet, of this instance type. The file then needs only DeploymentConfig.",
        };
        var instances = new Option<int?>("--instances") { HelpName = "number", Description = "The instances of that fleet." };
        var next = new Option<int?>("--new-instances") { HelpName = "number", Description = "Its instances after the update. The default is the same number." };
        var strict = new Option<bool>("--fail-on-warnings")
        {
            Arity = ArgumentArity.Zero,
            Description = $"Ends with the exit code {Warned} if there are warnings.",
        };
        return new ServerCommand(
            "plan",
            "Says what an update would do, without doing it: steps, durations, instances, costs and warnings.",
            [file, type, instances, next, strict],
            new ServerOptions(hasRegion: true),
            "Prints the plan as JSON.")
        {
            More = """
                Examples:
                  rollingdeploy plan update.json
                  rollingdeploy plan update.json --instance-type ml.m5.xlarge --instances 8
                """,
        }.Does(failure, async run =>
        {
            var body = await Body(run.Value(file), run.Cancel);
            if (run.Value(type) is { } given)
            {
                body["fleet"] = Fleet(given, run.Value(instances), run.Value(next));
            }

            var answer = await run.Client.Call(HttpMethod.Post, "plan", body, run.Cancel);
            var plan = Documents.Read<DeploymentPlan>(answer);
            Print(plan, answer, run.IsJson);
            return run.Parsed.GetValue(strict) && plan.Warnings.Count > 0 ? Warned : 0;
        });
    }

    private static JsonObject Fleet(string type, int? instances, int? next)
    {
        var fleet = new JsonObject
        {
            ["instanceType"] = type,
            ["instances"] = instances ?? throw new StartUpException("--instance-type needs --instances, the number of instances."),
        };
        if (next is { } count)
        {
            fleet["newInstances"] = count;
        }

        return fleet;
    }

    private static async Task<JsonObject> Body(string file, CancellationToken cancel)
    {
        var name = file == "-" ? "The standard input" : file;
        try
        {
            var text = file == "-" ? await Console.In.ReadToEndAsync(cancel) : await File.ReadAllTextAsync(file, cancel);
            return JsonNode.Parse(text) as JsonObject ?? throw new StartUpException($"{name} is not a JSON object.");
        }
        catch (JsonException error)
        {
            throw new StartUpException($"{name} is not valid JSON (line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}).");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StartUpException($"{name} could not be read. {error.Message}");
        }
    }

    private static void Print(DeploymentPlan plan, string answer, bool isJson)
    {
        if (isJson)
        {
            Screen.Document(answer);
        }
        else
        {
            PlanText.Lines(plan).ToList().ForEach(Screen.Line);
        }
    }
}
