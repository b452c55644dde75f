using System.Net.Sockets;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.CommandLine;

/// <summary>Tells what kept the program from starting, in sentences that name what to change, and not in a stack trace.</summary>
internal sealed class Failure
{
    private const int LongestLine = 500;

    /// <summary>What the host was to start with; null while the command line has not been understood.</summary>
    public Launch? Launch { get; set; }

    /// <summary>Writes to the standard error stream.</summary>
    public void Tell(Exception error)
    {
        var sentences = Explain(error) ?? [FirstLine(error.Message), "With --log-level Debug it prints the whole error."];
        var beginning = Launch?.HasStarted == true ? "RollingDeploy has failed." : "RollingDeploy cannot start.";
        Console.Error.WriteLine($"{beginning} {Cut(sentences[0])}");
        foreach (var sentence in sentences.Skip(1))
        {
            Console.Error.WriteLine(Cut(sentence));
        }

        if (Launch?.WantsDetails == true)
        {
            Console.Error.WriteLine(error);
        }
    }

    /// <summary>What went wrong, a sentence for each mistake; null where nobody thought of it.</summary>
    internal static IReadOnlyList<string>? Explain(Exception error) => error switch
    {
        StartUpException known => known.Sentences,
        OptionsValidationException options => [.. options.Failures],
        InvalidDataException { InnerException: { } inner } file => [$"{FileOf(file)} cannot be read: {OfFile(inner)}"],
        UnauthorizedAccessException => [$"{FirstLine(error.Message)} The user who runs RollingDeploy must be able to read it."],
        IOException { InnerException: AddressInUseException } =>
            [$"{FirstLine(error.Message)} Another program listens there; --port takes another port, such as --port 4567."],
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            ["This user may not listen on that port; --port takes another one, such as --port 4567."],
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
            ["This machine does not have the address of --urls; http://localhost:4566 is one that it has."],
        InvalidOperationException when error.Message.Contains("HTTPS endpoint", StringComparison.Ordinal) =>
            ["An address with https needs a certificate: --Kestrel:Certificates:Default:Path=file.pfx names one, "
                + "and --Kestrel:Certificates:Default:Password its password."],
        AggregateException or TypeInitializationException or TargetInvocationException when error.InnerException is { } inner =>
            Explain(inner),
        _ => null,
    };

    // "Failed to load configuration from file '/app/appsettings.json'."
    private static string FileOf(InvalidDataException error) => error.Message.Split('\'') is [_, var path, _] ? path : "A file";

    private static string OfFile(Exception error) => error is FormatException { InnerException: JsonException json }
        ? $"it is not JSON (line {json.LineNumber + 1}, byte {json.BytePositionInLine + 1})."
        : FirstLine(error.Message);

    private static string FirstLine(string text) => text.Split(['\r', '\n'])[0];

    private static string Cut(string line) => line.Length > LongestLine ? $"{line[..LongestLine]}…" : line;
}
