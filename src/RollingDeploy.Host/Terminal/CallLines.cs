using System.Diagnostics;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Hosting.Settings;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.Errors;

namespace RollingDeploy.Host.Terminal;

/// <summary>
/// Writes a log line for each AWS call: at Debug if the call succeeds and only reads, otherwise at Information.
/// </summary>
internal sealed partial class CallLines(ILoggerFactory loggers, Worlds worlds) : ICallLog
{
    // Callers can send names of any length. Valid names are shorter than this.
    private const int LongestName = 160;

    private readonly ILogger _logger = loggers.CreateLogger(LogCategories.Calls);

    /// <inheritdoc/>
    public void Write(Request request, Reply reply, long began)
    {
        var isRefused = reply.Status >= StatusCodes.Status400BadRequest;
        var level = isRefused || request.Operation is { IsReading: false } ? LogLevel.Information : LogLevel.Debug;
        if (!_logger.IsEnabled(level) || OperationOf(request) is not { } operation)
        {
            return;
        }

        var took = Math.Round(Stopwatch.GetElapsedTime(began).TotalMilliseconds, 1);

        // If the request names no valid account, it is logged with the standard account.
        var (account, region) = request.Caller ?? Caller.Signed(request.Head, worlds.Settings.Account);
        var now = worlds.ForReading(account).World.Glance.Now;
        var resource = Cut((request.Input is { } input ? request.Operation?.ResourceOf(input) : null) ?? "-");
        if (isRefused)
        {
            Log.Refused(_logger, account, region, now, operation, resource, reply.Status, ErrorOf(request), took);
        }
        else
        {
            Log.Answered(_logger, level, account, region, now, operation, resource, reply.Status, took);
        }
    }

    // Null for requests that are not AWS calls, such as a browser's request for an icon.
    private static string? OperationOf(Request request) =>
        request.Target is { } target ? Cut(target.Operation)
        : request.Protocol is not null || Caller.SigningName(request.Head) is not null ? Cut($"{request.Head.Method} {request.Head.Path}")
        : null;

    private static string ErrorOf(Request request) =>
        request.Refusal is { } fault ? (request.Target?.Service?.Errors ?? ErrorTable.Framework).Find(fault.Shape).Shape : "-";

    private static string Cut(string text) => text.Length > LongestName ? $"{text[..LongestName]}…" : text;

    private static partial class Log
    {
        private const string Beginning = "{Account} {Region} {VirtualTime:yyyy-MM-ddTHH:mm:ssZ} {Operation} {Resource} {Status}";

        [LoggerMessage(EventId = 1, EventName = Lines.Answered, Message = Beginning + " {Milliseconds} ms")]
        public static partial void Answered(
            ILogger logger, LogLevel level, string account, string region, DateTimeOffset virtualTime, string operation,
            string resource, int status, double milliseconds);

        [LoggerMessage(2, LogLevel.Information, Beginning + " {Error} {Milliseconds} ms", EventName = Lines.Refused)]
        public static partial void Refused(
            ILogger logger, string account, string region, DateTimeOffset virtualTime, string operation, string resource,
            int status, string error, double milliseconds);
    }
}
