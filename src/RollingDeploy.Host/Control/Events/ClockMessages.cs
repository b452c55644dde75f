using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Control.Events;

/// <summary>
/// Sends the virtual clock to a listener: at the beginning, and after each change that a reader could not foresee. Such a change
/// is another mode or speed, an advance, or a clock that has fallen behind. In between, the reader can count on from the last
/// message. These messages have no ID, because they are not events.
/// </summary>
/// <param name="worlds">The worlds.</param>
/// <param name="account">The account.</param>
/// <param name="json">Writes the clock.</param>
internal sealed class ClockMessages(Worlds worlds, string account, JsonTypeInfo<ClockState> json)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    // A listener has no queue before it has read the log, which takes only a moment.
    private static readonly TimeSpan FirstInterval = TimeSpan.FromMilliseconds(10);

    private VirtualClock? _sent;

    /// <summary>Sends messages until <paramref name="cancel"/> is canceled.</summary>
    public async Task Send(EventListener listener, CancellationToken cancel)
    {
        // It is the time of the machine, also in tests.
        for (; !cancel.IsCancellationRequested; await Rest(cancel))
        {
            // An account without a world shows the clock that its world will begin with.
            var session = worlds.Existing(account) ?? (_sent is null ? worlds.ForReading(account) : null);
            if (session?.Clock is { } clock && clock != _sent && listener.Queue?.AddMessage(Message(session)) is true)
            {
                _sent = clock;
            }
        }
    }

    private Task Rest(CancellationToken cancel) =>
        Task.Delay(_sent is null ? FirstInterval : Interval, TimeProvider.System, cancel);

    private byte[] Message(WorldSession session) =>
        [.. "event: clock\ndata: "u8, .. JsonSerializer.SerializeToUtf8Bytes(ClockState.Of(session), json), .. "\n\n"u8];
}
