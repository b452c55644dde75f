using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace RollingDeploy.Host.Tests.CommandLine;

/// <summary>
/// Every kind of mistake that a user can make before the program serves, with what it says. A start costs half a second, so the
/// first test that asks for one starts them all, as many at a time as there are processors.
/// </summary>
public sealed class Mistakes : IDisposable
{
    private const string CannotStart = "RollingDeploy cannot start. ";

    private readonly string _folder = Directory.CreateTempSubdirectory("rollingdeploy-").FullName;
    private readonly TcpListener _taken = new(IPAddress.Loopback, 0);
    private readonly SemaphoreSlim _turns = new(Math.Max(2, Environment.ProcessorCount));
    private readonly ConcurrentDictionary<string, Task<Ended>> _runs = new();
    private readonly Lazy<Dictionary<string, Mistake>> _all;

    public Mistakes()
    {
        _taken.Start();
        _all = new(() => List().ToDictionary(each => each.Name));
    }

    /// <summary>What is wrong, by name; theories list these without starting anything.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Named()];

    /// <summary>How the program ended, and what it should have said.</summary>
    internal async Task<(Ended Ended, string[] Expected)> Of(string name)
    {
        foreach (var each in _all.Value.Values)
        {
            _ = _runs.GetOrAdd(each.Name, _ => Run(each));
        }

        return (await _runs[name], _all.Value[name].Says);
    }

    public void Dispose()
    {
        _taken.Dispose();
        _turns.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static IEnumerable<string> Named()
    {
        using var mistakes = new Mistakes();
        return [.. mistakes._all.Value.Keys];
    }

    private async Task<Ended> Run(Mistake mistake)
    {
        await _turns.WaitAsync();
        try
        {
            return await HostProgram.Run(mistake.Arguments, mistake.Environment);
        }
        finally
        {
            _turns.Release();
        }
    }

    private IEnumerable<Mistake> List() => [.. Settings(), .. Options(), .. Listening(), .. Files(), .. Seeds()];

    private static IEnumerable<Mistake> Settings() =>
    [
        new("misspelt section", "--RollingDeploy:Clok:Mode=x --port 0", "--RollingDeploy:Clok:Mode is not a setting. Did you mean --RollingDeploy:Clock:Mode?"),
        new("misspelt section above", "--RolingDeploy:Seed 1 --port 0", "--RolingDeploy:Seed is not a setting. Did you mean --RollingDeploy:Seed?"),
        new("misspelt in the environment", "--port 0", "RollingDeploy__Clok__Mode is not a setting. Did you mean RollingDeploy__Clock__Mode?")
            { Environment = [("RollingDeploy__Clok__Mode", "x")] },
        new("single underscores", "--port 0", "RollingDeploy_Clock_Mode is not a setting. Did you mean RollingDeploy__Clock__Mode?")
            { Environment = [("RollingDeploy_Clock_Mode", "frozen")] },
        new("no section", "--Fleet:LaunchSeconds=60 --port 0", "--Fleet:LaunchSeconds is not a setting. Did you mean --RollingDeploy:Fleet:LaunchSeconds?"),
        new("no section in the environment", "--port 0", "Fleet__LaunchSeconds is not a setting. Did you mean RollingDeploy__Fleet__LaunchSeconds?")
            { Environment = [("Fleet__LaunchSeconds", "60")] },
        new("no log category", "--port 0 --Logging:LogLevel:RollingDeploy.Call=Debug", "--Logging:LogLevel:RollingDeploy.Call is not a log category. Did you mean --Logging:LogLevel:RollingDeploy.Calls?"),
        new("no such word", "--port 0", "RollingDeploy__Clock__Mode is frosty; it must be Real, Scaled, Frozen or Skip.")
            { Environment = [("RollingDeploy__Clock__Mode", "frosty")] },
        new("text for a number", "--port 0 --RollingDeploy:Seed=x", "--RollingDeploy:Seed is x; it must be a whole number, 0 or more."),
        new("out of range", "--port 0 --RollingDeploy:KeptDeployments=0", "--RollingDeploy:KeptDeployments is 0; it must be at least 1."),
        new("no time", "--port 0 --RollingDeploy:Clock:Start=soon", "--RollingDeploy:Clock:Start is soon; it must be a time such as 2030-01-01T00:00:00Z, from 1970 to 9000."),
        new("value for a group", "--port 0 --RollingDeploy:Clock=frozen", "--RollingDeploy:Clock is frozen; it is a group of settings, such as --RollingDeploy:Clock:Mode."),
        new("value for a list", "--port 0 --RollingDeploy:ForwardHosts=x", "--RollingDeploy:ForwardHosts is x; its entries are numbered from 0, such as --RollingDeploy:ForwardHosts:0."),
        new("bad behavior", "--port 0 --RollingDeploy:Behaviors:0:ErrorRate=1", "RollingDeploy:Behaviors:0:Image is missing; it must be a pattern such as *:bad, in which * stands for any text."),
        new("no receiver of metrics", "--port 0", "OTEL_EXPORTER_OTLP_ENDPOINT is localhost:4317; it must be a URL such as http://localhost:4317.")
            { Environment = [("OTEL_EXPORTER_OTLP_ENDPOINT", "localhost:4317")] },
        new("no protocol of metrics", "--port 0", "OTEL_EXPORTER_OTLP_PROTOCOL is http; it must be grpc or http/protobuf.")
            { Environment = [("OTEL_EXPORTER_OTLP_PROTOCOL", "http")] },
        new("no log level", "--port 0 --Logging:LogLevel:Default=dbug", "--Logging:LogLevel:Default is dbug; it must be Trace, Debug, Information, Warning, Error, Critical or None. Did you mean Debug?"),
    ];

    private static IEnumerable<Mistake> Options() =>
    [
        new("misspelt option", "--prot=5", "There is no option --prot. Did you mean --port?"),
        new("unlike any option", "--frobnicate", "There is no option --frobnicate. Run rollingdeploy --help to list the options."),
        new("a setting without its section", "--keptDeployments 7", "There is no option --keptDeployments. Did you mean --RollingDeploy:KeptDeployments?"),
        new("no command", "server", "There is no command server. Did you mean serve?"),
        new("option without a value", "--port", "Required argument missing for option: '--port'.", "Run rollingdeploy --help to see how to use it."),
        new("setting without a value", "--urls", "--urls has no value. Write --urls=value."),
        new("value of a flag", "--quiet=perhaps", "--quiet takes no value. Write only --quiet."),
        new("value of another flag", "serve --version:1", "--version takes no value. Write only --version."),
        new("bad clock", "--clock frozn --port 0", "--clock is frozn; it must be Real, Scaled, Frozen or Skip. Did you mean Frozen?"),
        new("bad speed", "--speed fast --port 0", "--speed is fast; it must be a number such as 60, the virtual seconds in a real second."),
        new("impossible speed", "--speed -5 --port 0", "--speed is -5; it must be more than 0 and at most 1000000."),
        new("speed of a clock that has none", "--speed 5 --clock frozen", "--speed can only be used with --clock scaled, but --clock is frozen."),
        new("bad account", "--account 12 --port 0", "--account is 12; it must be an account ID of twelve digits."),
        new("bad log level", "--log-level loud --port 0", "--log-level is loud; it must be Trace, Debug, Information, Warning, Error, Critical or None."),
        new("port that is none", "--port 70000", "--port is 70000; it must be a port number, from 0 to 65535."),
        new("port and address", "--port 5000 --urls http://127.0.0.1:5000", "--port and --urls cannot be used together. Use one of them."),
    ];

    private IEnumerable<Mistake> Listening()
    {
        var taken = ((IPEndPoint)_taken.LocalEndpoint).Port;
        return
        [
            new("no address", "--urls nonsense", "--urls has nonsense; it must be an address such as http://localhost:4566."),
            new("no address in the environment", "", "ASPNETCORE_URLS has nonsense; it must be an address such as http://localhost:4566.")
                { Environment = [("ASPNETCORE_URLS", "nonsense")] },
            new("unknown scheme", "--urls ftp://127.0.0.1:5000", "--urls has ftp://127.0.0.1:5000; it must begin with http:// or https://."),
            new("port out of range", "--urls http://127.0.0.1:99999", "--urls has http://127.0.0.1:99999; its port must be a number from 0 to 65535."),
            new("port in letters", "--urls http://127.0.0.1:abc", "--urls has http://127.0.0.1:abc; its port must be a number from 0 to 65535."),
            new("path", "--urls http://127.0.0.1:5000/x", "--urls has http://127.0.0.1:5000/x; it must end with the port, without a path."),
            new("endpoint of Kestrel", "--Kestrel:Endpoints:A:Url=x", "--Kestrel:Endpoints:A:Url has x; it must be an address such as http://localhost:4566."),
            new("ports in letters", "--http_ports abc", "--http_ports has abc; it must be a port number, from 0 to 65535."),
            new("address of another machine", "--urls http://192.0.2.1:5000", "The address in --urls is not an address of this machine. Use one that is, such as http://localhost:4566."),
            new("https without a certificate", "--urls https://127.0.0.1:0", "An https address needs a certificate. Set --Kestrel:Certificates:Default:Path=file.pfx and, if the file has a password, --Kestrel:Certificates:Default:Password.")
                { Environment = [("HOME", _folder)] },
            new("certificate that is not there", "--urls https://127.0.0.1:0 --Kestrel:Certificates:Default:Path=no.pfx", $"Could not find file '{Path.GetFullPath("no.pfx")}'.", "Run it with --log-level Debug to print the whole error."),
            new("taken port", $"--port {taken}", $"Failed to bind to address http://127.0.0.1:{taken}: address already in use. Another program listens there. Use another port, such as --port 4567."),
        ];
    }

    private IEnumerable<Mistake> Seeds()
    {
        var refused = Seed("refused", "b.json", """
            [
              {"service":"sagemaker","operation":"CreateModel",
               "input":{"ModelName":"m","PrimaryContainer":{"Image":"i:1"},"ExecutionRoleArn":"arn:aws:iam::111122223333:role/r"}},

              {"service":"sagemaker","operation":"CreateEndpoint","input":{"EndpointName":"e","EndpointConfigName":"none"}}
            ]
            """);
        var empty = Directory.CreateDirectory(Path.Combine(_folder, "empty")).FullName;
        var file = Path.Combine(refused, "b.json");
        yield return new("seeds that are not there", "--port 0 --seed nowhere", $"--seed is nowhere; there is no folder {Path.GetFullPath("nowhere")}.");
        yield return new("seeds in the environment that are not there", "--port 0", $"RollingDeploy__SeedPath is nowhere; there is no folder {Path.GetFullPath("nowhere")}.")
        {
            Environment = [("RollingDeploy__SeedPath", "nowhere")],
        };
        yield return new("a number for the seeds", "--port 0 --seed 7", $"--seed is 7; there is no folder {Path.GetFullPath("7")}. To set the seed of random values, use --RollingDeploy:Seed=7.");
        yield return new("a file for the seeds", $"--port 0 --seed {file}", $"--seed is {file}; that is a file. Use the folder in which it is.");
        yield return new("no seeds", $"--port 0 --seed {empty}", $"--seed is {empty}; the folder {empty} has no files that end with .json, .yaml or .yml.");
        yield return new("a seed that AWS refuses", $"--port 0 --seed {refused}", $"{file}:5: CreateEndpoint was refused: ValidationException: Could not find endpoint configuration \"arn:aws:sagemaker:us-east-1:000000000000:endpoint-config/none\".");
        yield return new("a seed that is not JSON", $"--port 0 --seed {Seed("broken", "a.json", "[\n{]")}", $"{_folder}/broken/a.json:2: This is not valid JSON: ']' is an invalid start of a property name. Expected a '\"'.");
        yield return new("a seed that is not YAML", $"--port 0 --seed {Seed("yaml", "a.yml", "- {a: 1}\n- {b: 2")}", $"{_folder}/yaml/a.yml:2: This is not valid YAML: While parsing a flow mapping, did not find expected ',' or '}}'.");
        yield return new("account of seeds", "--port 0 --RollingDeploy:SeedAccount=12", "--RollingDeploy:SeedAccount is 12; it must be an account ID of twelve digits.");
    }

    private string Seed(string folder, string name, string text)
    {
        var path = Directory.CreateDirectory(Path.Combine(_folder, folder)).FullName;
        File.WriteAllText(Path.Combine(path, name), text);
        return path;
    }

    private IEnumerable<Mistake> Files()
    {
        var broken = Folder("broken", """{ "RollingDeploy": { "Seed": 1, } """);
        var wrong = Folder("wrong", """{ "RollingDeploy": { "Sed": 1, "ForwardHosts": "x" } }""");
        yield return new("file that is not JSON", $"--port 0 --contentRoot {broken}", $"{broken}/appsettings.json cannot be read: it is not JSON (line 1, byte 35).");
        yield return new("file with two mistakes", $"--port 0 --contentRoot {wrong}", "RollingDeploy:ForwardHosts is x; its entries are numbered from 0, such as RollingDeploy:ForwardHosts:0.", "RollingDeploy:Sed is not a setting. Did you mean RollingDeploy:Seed?");
        yield return new("folder that is not there", "--port 0 --contentRoot nowhere", $"--contentRoot is nowhere; there is no folder {Path.GetFullPath("nowhere")}.");
        if (OperatingSystem.IsLinux())
        {
            // A file that nobody can read, root neither.
            var unreadable = Directory.CreateDirectory(Path.Combine(_folder, "unreadable")).FullName;
            File.CreateSymbolicLink(Path.Combine(unreadable, "appsettings.json"), "/proc/self/mem");
            yield return new("file that cannot be read", $"--port 0 --contentRoot {unreadable}", $"{unreadable}/appsettings.json cannot be read: Input/output error : '{unreadable}/appsettings.json'");
        }
    }

    private string Folder(string name, string settings)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "appsettings.json"), settings);
        return folder;
    }

    private sealed record Mistake(string Name, string Arguments, params string[] Sentences)
    {
        public (string Name, string Value)[] Environment { get; init; } = [];

        public string[] Says => [CannotStart + Sentences[0], .. Sentences[1..]];
    }
}
