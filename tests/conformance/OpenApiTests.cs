using System.Text.Json.Nodes;

namespace RollingDeploy.Conformance;

/// <summary>
/// The OpenAPI document as the tools of others read it. Without Node they are skipped, but on CI they must run.
/// </summary>
public sealed class OpenApiTests(ConformanceFixture conformance)
{
    // Compiled as JSON Schema asks for it: as ECMAScript, with the flag u.
    private const string CompilePatterns = """
        const odd = [];
        const walk = node => {
          if (node && typeof node === "object") {
            if (typeof node.pattern === "string") try { new RegExp(node.pattern, "u"); } catch (error) { odd.push(error.message); }
            Object.values(node).forEach(walk);
          }
        };
        const document = JSON.parse(require("fs").readFileSync(process.argv[1]));
        walk({ schemas: document.components.schemas, parameters: Object.values(document.paths).flatMap(Object.values).flatMap(each => each.parameters) });
        console.log(odd.join("\n"));
        """;

    // Signatures are not checked, so no operation demands one; and this repository names no licence.
    private static readonly string[] Expected = ["security-defined", "info-license"];

    [Fact]
    public async Task Redocly_WithItsRecommendedRules_FindsNothingButThatNoSignatureIsDemanded()
    {
        var document = await Document();

        var (_, output) = await OpenApiTools.Tool("redocly", "lint", "--extends", "recommended", "--format", "json", "--max-problems", "10000", document);

        var problems =
            JsonNode.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..(output.LastIndexOf('}') + 1)])!["problems"]!.AsArray();
        problems.Where(problem => !Expected.Contains(problem!["ruleId"]!.GetValue<string>()))
            .Select(problem => $"{problem!["message"]} at {problem["location"]![0]!["pointer"]}").Should().BeEmpty();
        problems.Should().NotBeEmpty("it has looked at every operation");
    }

    [Fact]
    public async Task Types_MadeFromTheDocument_Compile()
    {
        var document = await Document();
        var types = Path.ChangeExtension(document, ".ts");

        var made = await OpenApiTools.Tool("openapi-typescript", document, "-o", types);
        await File.AppendAllTextAsync(types, """

            // What a client writes with them.
            export const update: components["schemas"]["SageMaker.UpdateEndpointInput"] = {
              EndpointName: "demo", EndpointConfigName: "green",
              DeploymentConfig: { RollingUpdatePolicy: { MaximumBatchSize: { Type: "INSTANCE_COUNT", Value: 1 }, WaitIntervalInSeconds: 300 } },
            };
            export const fault: components["schemas"]["FaultRequest"] = { kind: "slowLaunch", seconds: 900 };
            export const now = (clock: operations["getClock"]["responses"]["200"]["content"]["application/json"]): string => clock.now;
            """);
        var compiled = await OpenApiTools.Tool("tsc", "--noEmit", "--strict", types);

        made.Code.Should().Be(0, made.Output);
        compiled.Should().Be((0, ""));
    }

    [Fact]
    public async Task Patterns_OfTheDocument_AreEcmaScript()
    {
        var (code, output) = await OpenApiTools.Node(CompilePatterns, await Document());

        (code, output.Trim()).Should().Be((0, ""));
    }

    // A file of its own, which the system cleans up.
    private async Task<string> Document()
    {
        var why = await OpenApiTools.WhyMissing();
        if (why is not null && Environment.GetEnvironmentVariable("CI") is "true")
        {
            Assert.Fail($"{why}, and on CI these tests are to run: install Node 20");
        }

        Assert.SkipUnless(why is null, $"skipped: {why}");
        using var http = new HttpClient { BaseAddress = conformance.Host.Url };
        var file = Path.Combine(Directory.CreateTempSubdirectory("rollingdeploy-openapi").FullName, "openapi.json");
        await File.WriteAllBytesAsync(file, await http.GetByteArrayAsync(new Uri("/openapi/v1.json", UriKind.Relative)));
        return file;
    }
}
