using System.Collections.Concurrent;
using RollingDeploy.Host.Control.Events;
using RollingDeploy.Host.Durability;
using RollingDeploy.Storage;

namespace RollingDeploy.Host.Webhooks;

/// <summary>How far each receiver has come in each account.</summary>
internal interface IProgress
{
    /// <summary>Keeps how far a receiver has come. If that fails, it is kept the next time.</summary>
    void Keep(Receiver receiver, string account, EventPlace place);

    /// <summary>Returns what was still to be sent when the host stopped.</summary>
    IReadOnlyList<(EventPlace Place, WrittenEvent Written)> Waiting(Receiver receiver, string account);
}

/// <summary>Keeps in the state file how far the receivers have come. Without a state file, nothing is kept.</summary>
internal sealed class Progress(CommandJournal journal) : IProgress
{
    // The row of a receiver that the file knows. No account has this name.
    private const string Known = "";

    private readonly IDeliveryStore? _store = journal.Store as IDeliveryStore;
    private readonly ConcurrentDictionary<(string Receiver, string Account), EventPlace> _kept = new();
    private Dictionary<(string Receiver, string Account), EventPlace>? _before;

    /// <summary>
    /// Returns after which event a receiver begins. It goes on where it was. A receiver that is new begins at the present in
    /// accounts that are restored. In an account that is new, it begins with the first event.
    /// </summary>
    /// <param name="receiver">The receiver.</param>
    /// <param name="account">The account.</param>
    /// <param name="restored">The last event of a world that was restored; null for a new world.</param>
    public EventPlace StartOf(Receiver receiver, string account, EventPlace? restored)
    {
        var first = new EventPlace(1, 0);
        if (Before().TryGetValue((receiver.Key, account), out var place))
        {
            return place;
        }

        var start = restored is { } present && !Before().ContainsKey((receiver.Key, Known)) ? present : first;
        if (restored is not null)
        {
            Keep(receiver, account, start);
        }

        return start;
    }

    /// <summary>Remembers that the file knows the receivers, when all worlds are restored.</summary>
    public void KeepKnown(IEnumerable<Receiver> receivers)
    {
        foreach (var receiver in receivers)
        {
            Keep(receiver, Known, default);
        }
    }

    /// <inheritdoc/>
    public void Keep(Receiver receiver, string account, EventPlace place)
    {
        var key = (receiver.Key, account);
        if (_store is null || (_kept.TryGetValue(key, out var last) && last == place))
        {
            return;
        }

        try
        {
            _store.PutPlaces([new(receiver.Key, account, place.Epoch, place.Sequence)]);
            _kept[key] = place;
        }
        catch (StateStoreException)
        {
            // The journal has said that the file cannot be written. The receiver gets some events twice if the host ends now.
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<(EventPlace Place, WrittenEvent Written)> Waiting(Receiver receiver, string account) =>
    [
        .. (_store?.ReadWaiting(receiver.Key, account) ?? [])
            .Select(post => (new EventPlace(post.Place.Epoch, post.Place.Sequence), new WrittenEvent(post.Name, post.Body))),
    ];

    /// <summary>Keeps what is still to be sent when the host stops.</summary>
    /// <exception cref="StateStoreException">It could not be kept.</exception>
    public void KeepWaiting(Receiver receiver, string account, IEnumerable<(EventPlace Place, WrittenEvent Written)> left) =>
        _store?.PutWaiting([.. left.Select(each => new StoredPost(
            new(receiver.Key, account, each.Place.Epoch, each.Place.Sequence), each.Written.Name, each.Written.Json))]);

    private Dictionary<(string Receiver, string Account), EventPlace> Before() => _before ??= (_store?.ReadPlaces() ?? [])
        .ToDictionary(each => (each.Receiver, each.Account), each => new EventPlace(each.Epoch, each.Sequence));
}
