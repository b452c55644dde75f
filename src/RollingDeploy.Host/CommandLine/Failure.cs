using System.Net.Sockets;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using RollingDeploy.Host.CommandLine.Calls;
using RollingDeploy.Host.CommandLine.Output;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Hosting.Settings;
using RollingDeploy.Storage;

namespace RollingDeploy.Host.CommandLine;

/// <summary>Writes why the program cannot start and what to change, without a stack trace.</summary>
internal sealed class Failure
{
    private const int LongestLine = 500;

    /// <summary>The parsed command line; null until it has been parsed.</summary>
    public Launch? Launch { get; set; }

    /// <summary>The first sentence; null for that of a server.</summary>
    public string? Beginning { get; set; }

    /// <summary>Whether the error is written as JSON, because the command was to print JSON.</summary>
    public bool IsJson { get; set; }

    /// <summary>Writes the error to the standard error stream.</summary>
    public void Tell(Exception error)
    {
        if (IsJson)
        {
            Console.Error.WriteLine(ProblemText.Of(error));
            return;
        }

        var sentences = Explain(error) ?? [FirstLine(error.Message), "Run it with --log-level Debug to print the whole error."];
        var beginning = Beginning ?? (Launch?.HasStarted == true ? "RollingDeploy has failed." : "RollingDeploy cannot start.");
        Console.Error.WriteLine($"{beginning} {Cut(sentences[0])}".TrimStart());
        foreach (var sentence in sentences.Skip(1))
        {
            Console.Error.WriteLine(Cut(sentence));
        }

        if (Launch?.WantsDetails == true)
        {
            Console.Error.WriteLine(error);
        }
    }

    /// <summary>One sentence for each mistake; null for an error that is not expected here.</summary>
    internal static IReadOnlyList<string>? Explain(Exception error) => error switch
    {
        StartUpException known => known.Sentences,
        CallException call => [call.Message],
        StateStoreException state => [state.Message],
        OptionsValidationException options => [.. options.Failures],
        InvalidDataException { InnerException: { } inner } file => [$"{FileOf(file)} cannot be read: {OfFile(inner)}"],
        UnauthorizedAccessException => [$"{FirstLine(error.Message)} The user who runs RollingDeploy must be able to read it."],
        IOException { InnerException: AddressInUseException } =>
            [$"{FirstLine(error.Message)} Another program listens there. Use another port, such as --port 4567."],
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            ["This user is not allowed to listen on that port. Use another port, such as --port 4567."],
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
            ["The address in --urls is not an address of this machine. Use one that is, such as http://localhost:4566."],
        InvalidOperationException when error.Message.Contains("HTTPS endpoint", StringComparison.Ordinal) =>
            ["An https address needs a certificate. Set --Kestrel:Certificates:Default:Path=file.pfx and, "
                + "if the file has a password, --Kestrel:Certificates:Default:Password."],
        AggregateException or TypeInitializationException or TargetInvocationException
            when error.InnerException is { } inner => Explain(inner),
        _ => null,
    };

    // "Failed to load configuration from file '/app/appsettings.json'."
    private static string FileOf(InvalidDataException error) => error.Message.Split('\'') is [_, var path, _] ? path : "A file";

    private static string OfFile(Exception error) => error is FormatException { InnerException: JsonException json }
        ? $"it is not JSON (line {json.LineNumber + 1}, byte {json.BytePositionInLine + 1})."
        : FirstLine(error.Message);

    private static string FirstLine(string text) => text.Split(['\r', '\n'])[0];

    // The sentence of a server can quote what somebody else has sent.
    private static string Cut(string line) => Printable.Of(line.Length > LongestLine ? $"{line[..LongestLine]}…" : line);
}
