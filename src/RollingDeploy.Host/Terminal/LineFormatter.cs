using System.Buffers;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Terminal;

/// <summary>
/// Prints one line for each log entry: the time, the level unless it is Information, and the message. Control characters are
/// replaced, so that text from callers cannot start a new line or change the colors of the terminal.
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

    // Failure prints in a sentence why the host cannot start. The stack traces of .NET would hide that sentence.
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
