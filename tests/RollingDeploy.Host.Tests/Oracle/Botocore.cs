using System.ComponentModel;
using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;

namespace RollingDeploy.Host.Tests.Oracle;

/// <summary>The botocore that Python imports on this machine, for the service models that it ships.</summary>
internal sealed record Botocore(string Version, string DataDirectory)
{
    /// <summary>
    /// The release that our records were written from. Against another one, differences are reported and no failure.
    /// </summary>
    public const string WrittenAgainst = "1.43.11";

    private const string Script =
        "import botocore, os; print(botocore.__version__); print(os.path.join(os.path.dirname(botocore.__file__), 'data'))";

    private static readonly Lazy<Botocore?> Installed = new(Find);

    /// <summary>Skips the running test where there is no botocore; on a CI machine that is a failure.</summary>
    public static Botocore FoundOrSkip()
    {
        if (Installed.Value is null && Environment.GetEnvironmentVariable("CI") is "true")
        {
            Assert.Fail("botocore not found, and on CI the records are to be compared with it: pip install botocore");
        }

        Assert.SkipWhen(Installed.Value is null, "skipped: botocore not found");
        return Installed.Value!;
    }

    public JsonElement Load(string service, string apiVersion)
    {
        using var file = File.OpenRead(Path.Combine(DataDirectory, service, apiVersion, "service-2.json.gz"));
        using var json = new GZipStream(file, CompressionMode.Decompress);
        return JsonDocument.Parse(json).RootElement;
    }

    private static Botocore? Find()
    {
        try
        {
            var start = new ProcessStartInfo("python3", ["-c", Script]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var python = Process.Start(start)!;
            _ = python.StandardError.ReadToEndAsync();
            var lines = python.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
            python.WaitForExit();
            return python.ExitCode == 0 ? new Botocore(lines[0], lines[1]) : null;
        }
        catch (Win32Exception)
        {
            // There is no python3.
            return null;
        }
    }
}
