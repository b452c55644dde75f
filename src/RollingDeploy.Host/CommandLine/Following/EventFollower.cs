using System.Threading.Channels;
using RollingDeploy.Host.CommandLine.Calls;
using RollingDeploy.Host.Control;
using RollingDeploy.Host.Control.Events;

namespace RollingDeploy.Host.CommandLine.Following;

/// <summary>
/// Follows the events of a server. If the server goes away, it tries again, and goes on after the last event that it has got.
/// </summary>
internal sealed class EventFollower
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private readonly Channel<FeedMessage> _messages = Channel.CreateBounded<FeedMessage>(1024);
    private readonly ControlClient _client;
    private readonly List<(string Name, string? Value)> _query;
    private string? _after;

    /// <param name="client">Calls the server.</param>
    /// <param name="query">The parameters of the stream.</param>
    /// <param name="after">The ID of the event to begin after; null for the present.</param>
    public EventFollower(ControlClient client, IEnumerable<(string Name, string? Value)> query, string? after)
    {
        (_client, _query, _after) = (client, [.. query], after);
    }

    /// <summary>The messages in order. They end after <see cref="Refused"/>.</summary>
    public ChannelReader<FeedMessage> Messages => _messages.Reader;

    /// <summary>Follows until <paramref name="cancel"/> is canceled or the server refuses the stream.</summary>
    public async Task Run(CancellationToken cancel)
    {
        try
        {
            for (var (isAway, wait) = (false, FirstWait); ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
            {
                if (await Follow(isAway, cancel))
                {
                    (isAway, wait) = (false, FirstWait);
                }

                if (!isAway)
                {
                    await _messages.Writer.WriteAsync(new Away(), cancel);
                    isAway = true;
                }

                await Task.Delay(wait, TimeProvider.System, cancel);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has gone.
        }
        catch (CallException refused)
        {
            await _messages.Writer.WriteAsync(new Refused(refused), CancellationToken.None);
        }
        finally
        {
            _messages.Writer.TryComplete();
        }
    }

    // Returns whether the server has answered.
    private async Task<bool> Follow(bool wasAway, CancellationToken cancel)
    {
        var isOpen = false;
        try
        {
            using var call = new HttpRequestMessage(HttpMethod.Get, _client.Address.Of("events", [.. _query, ("after", _after)]));
            using var answer = await _client.Send(call, cancel);
            using var events = new ServerSentEvents(await answer.Content.ReadAsStreamAsync(cancel));
            isOpen = true;
            if (wasAway)
            {
                await _messages.Writer.WriteAsync(new Back(), cancel);
            }

            while (await events.Next(cancel) is { } sent)
            {
                _after = sent.Id ?? _after;
                await _messages.Writer.WriteAsync(Message(sent), cancel);
            }
        }
        catch (CallException error) when (error.IsAway)
        {
            // Not yet there again.
        }
        catch (Exception error) when (error is IOException or HttpRequestException)
        {
            // The server has gone away.
        }

        return isOpen;
    }

    private static FeedMessage Message(ServerSentEvent sent) => sent.Kind switch
    {
        "clock" => new ClockMoved(Documents.Read<ClockState>(sent.Data)),
        MissedEvents.Kind => new Missed(Documents.Read<MissedState>(sent.Data).Sentence, sent.Data),
        _ => new Happened(Documents.Read<EventState>(sent.Data), sent.Data),
    };
}
