using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace RollingDeploy.Host.Tests.Terminal;

/// <summary>One entry of the log as it was written.</summary>
internal sealed record HeardEntry(
    string Category, LogLevel Level, string? Event, string Message, IReadOnlyDictionary<string, object?> Properties);

/// <summary>A log that keeps what it hears, of the given categories and from a level on.</summary>
internal sealed class HeardLog(LogLevel from, params string[] categories) : ILoggerProvider
{
    public ConcurrentQueue<HeardEntry> Entries { get; } = new();

    public IEnumerable<string> Messages => Entries.Select(entry => entry.Message);

    public ILogger CreateLogger(string categoryName) => new Ear(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Ear(HeardLog log, string category) : ILogger
    {
        private readonly bool _isHeard = log.Includes(category);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => _isHeard && logLevel >= log.From;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                var properties = (state as IEnumerable<KeyValuePair<string, object?>> ?? []).ToDictionary(
                    each => each.Key, each => each.Value);
                log.Entries.Enqueue(new(category, logLevel, eventId.Name, formatter(state, exception), properties));
            }
        }
    }

    private LogLevel From => from;

    private bool Includes(string category) => categories.Contains(category);
}
