using RollingDeploy.Core.Events;

namespace RollingDeploy.Host.Control.Events;

/// <summary>
/// The listeners of an account that have read everything, by the endpoint that they listen to. The feed holds its lock around all
/// calls.
/// </summary>
internal sealed class Audience(string account)
{
    private readonly Dictionary<string, List<EventListener>> _ofEndpoints = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<EventListener> _ofSome = [];
    private readonly Dictionary<EventFormat, Bundle> _ofAll = [];
    private readonly HashSet<EventListener> _woken = [];

    /// <summary>The number of listeners that got something since <see cref="Begin"/>.</summary>
    public int Woken => _woken.Count;

    public void Begin() => _woken.Clear();

    public EventQueue Add(EventListener listener, EventPlace place)
    {
        PeersOf(listener).Add(listener);
        return listener.Queue = new EventQueue(place, listener.Filter.Endpoint is null);
    }

    /// <summary>Removes a listener, if it is in the audience.</summary>
    public void Remove(EventListener listener)
    {
        _woken.Remove(listener);
        var peers = PeersOf(listener);
        peers.Remove(listener);
        if (peers.Count == 0 && listener.Filter.Endpoint is { } endpoint)
        {
            _ofEndpoints.Remove(endpoint);
        }
    }

    /// <summary>Makes all listeners read the log themselves, each from the last event that it got.</summary>
    public void SendBack()
    {
        foreach (var listener in All())
        {
            listener.Queue!.End();
        }

        _ofEndpoints.Clear();
        _ofSome.Clear();
        _ofAll.Clear();
    }

    /// <summary>
    /// Puts an event into the queues of those who asked for it. Those who asked for everything get it with
    /// <see cref="EndPage"/>.
    /// </summary>
    /// <param name="logged">The event.</param>
    /// <param name="log">Its log.</param>
    public void Offer(LoggedEvent logged, EventLog? log)
    {
        var message = new SharedMessage(account, logged, log);
        Offer(_ofSome, message);
        foreach (var bundle in _ofAll.Values)
        {
            bundle.Add(message);
        }

        if (logged.Happened.Subject is { Type: SubjectType.Endpoint, Name: var name }
            && _ofEndpoints.TryGetValue(name, out var listeners))
        {
            Offer(listeners, message);
            if (listeners.Count == 0)
            {
                _ofEndpoints.Remove(name);
            }
        }
    }

    /// <summary>Ends events that follow each other in a log.</summary>
    public void EndPage(EventLog? log)
    {
        foreach (var bundle in _ofAll.Values)
        {
            bundle.Send(log, _woken);
        }
    }

    public void OfferHeartbeat()
    {
        foreach (var listener in All())
        {
            listener.Queue!.AddHeartbeat();
        }
    }

    // From the end, because a listener whose queue is full leaves.
    private void Offer(List<EventListener> listeners, SharedMessage message)
    {
        for (var i = listeners.Count - 1; i >= 0; i--)
        {
            var listener = listeners[i];
            var place = message.Place;
            if (!listener.Queue!.Needs(place) || !listener.Filter.Fits(message.Happened)
                || message.In(listener.Format) is not { } text)
            {
                continue;
            }

            _woken.Add(listener);
            if (!listener.Queue.TryAdd(text, place, message.Log))
            {
                listener.Queue.End(place with { Sequence = place.Sequence - 1 }, message.Log);
                listeners.RemoveAt(i);
            }
        }
    }

    private List<EventListener> PeersOf(EventListener listener)
    {
        if (listener.Filter.IsEverything)
        {
            if (!_ofAll.TryGetValue(listener.Format, out var bundle))
            {
                _ofAll.Add(listener.Format, bundle = new Bundle(listener.Format));
            }

            return bundle.Listeners;
        }

        if (listener.Filter.Endpoint is not { } endpoint)
        {
            return _ofSome;
        }

        if (!_ofEndpoints.TryGetValue(endpoint, out var peers))
        {
            _ofEndpoints.Add(endpoint, peers = []);
        }

        return peers;
    }

    private IEnumerable<EventListener> All() =>
        _ofSome.Concat(_ofAll.Values.SelectMany(bundle => bundle.Listeners)).Concat(_ofEndpoints.Values.SelectMany(each => each));
}
