using System.Buffers;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using RollingDeploy.Host.CommandLine;

namespace RollingDeploy.Host.Terminal;

/// <summary>
/// Prints a line for each entry of the log: the time, the level where it is not the usual one, and the message. What callers sent
/// cannot begin a line of its own or change the terminal's colours: control characters are replaced.
/// </summary>
internal sealed class LineFormatter(Launch launch, TimeProvider time, Paint paint) : ConsoleFormatter(FormatterName)
{
    /// <summary>The value of <c>Logging:Console:FormatterName</c>.</summary>
    public const string FormatterName = "rollingdeploy";

    private static readonly SearchValues<char> LineBreakers = SearchValues.Create(
        [.. Enumerable.Range(0,
            0x20).Concat(Enumerable.Range(0x7f, 0x21)).Append(0x2028).Append(0x2029).Select(code => (char)code)]);

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        if (!launch.HasStarted && IsToldElsewhere(logEntry.Category, logEntry.EventId, logEntry.Exception))
        {
            return;
        }

        var message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        if (logEntry.EventId.Name == Banner.Event)
        {
            textWriter.WriteLine(message);
            return;
        }

        paint.Write(textWriter, Paint.Faint, time.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture));
        textWriter.Write(' ');
        if (Word(logEntry.LogLevel) is { } word)
        {
            paint.Write(textWriter, Colour(logEntry.LogLevel), word);
            textWriter.Write(' ');
        }

        paint.Write(textWriter, Lines.Colour(logEntry.EventId), OnOneLine(message));
        textWriter.WriteLine();
        if (logEntry.Exception is { } exception)
        {
            textWriter.WriteLine(exception.ToString());
        }
    }

    private static string? Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information or LogLevel.None => null,
        LogLevel.Warning => "warning",
        LogLevel.Error => "error",
        LogLevel.Critical => "critical",
        _ => null,
    };

    private static string? Colour(LogLevel level) => level switch
    {
        LogLevel.Warning => Paint.Yellow,
        LogLevel.Error or LogLevel.Critical => Paint.Red,
        _ => Paint.Faint,
    };

    // What keeps the host from starting is told in a sentence by whoever started it; .NET's stack traces would bury that.
    private static bool IsToldElsewhere(string category, EventId id, Exception? exception) =>
        exception is not null
        && (exception is OperationCanceledException || id.Name == "HostedServiceStartupFaulted" || category.StartsWith("Microsoft.AspNetCore.Server.Kestrel", StringComparison.Ordinal));

    private static string OnOneLine(string message)
    {
        if (message.AsSpan().IndexOfAny(LineBreakers) < 0)
        {
            return message;
        }

        return string.Create(message.Length, message, static (span, text) => text.AsSpan().ReplaceAny(span, LineBreakers, ' '));
    }
}
