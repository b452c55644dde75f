using System.Diagnostics;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.CommandLine.Calls;
using RollingDeploy.Host.CommandLine.Following;
using RollingDeploy.Host.Control;
using RollingDeploy.Host.Control.Events;
using RollingDeploy.Host.Control.Views;

namespace RollingDeploy.Host.CommandLine.Watching;

/// <summary>What <c>watch</c> knows of an endpoint.</summary>
/// <param name="client">Calls the server.</param>
/// <param name="name">The name of the endpoint.</param>
internal sealed class WatchedEndpoint(ControlClient client, string name)
{
    private long _clockRead = Stopwatch.GetTimestamp();
    private EventPlace _seen;

    public string Name => name;

    public ServerAddress Server => client.Address;

    /// <summary>The endpoint as it was last seen.</summary>
    public EndpointView? View { get; private set; }

    /// <summary>Whether the endpoint was there when it was last looked for.</summary>
    public bool IsThere { get; private set; }

    public IReadOnlyList<AlarmView> Alarms { get; private set; } = [];

    public ClockState? Clock { get; private set; }

    /// <summary>Whether the server does not answer.</summary>
    public bool IsAway { get; private set; }

    /// <summary>How the newest deployment has ended, or that it has not yet.</summary>
    public Outcome Outcome => IsThere
        ? Outcome.OfNewest(View!)
        : new("deleted", Outcome.Other, $"{name} does not exist any more.");

    /// <summary>Whether every event that the view includes has been taken.</summary>
    public bool HasSeenAll => EventPlace.TryParse(View!.Position, 0, out var place) && place.CompareTo(_seen) <= 0;

    /// <summary>What else to tell, such as a reset.</summary>
    public string? Note { get; private set; }

    /// <summary>The virtual time now. In between two messages it is counted on from the last one.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var seen = View?.Now ?? default;
            if (Clock is null)
            {
                return seen;
            }

            var speed = IsAway || PlainWords.StandsStill(Clock) ? 0 : Clock.Mode == ClockMode.Scaled ? Clock.Speed : 1;
            var counted = Clock.Now + Stopwatch.GetElapsedTime(_clockRead) * speed;
            return counted > seen ? counted : seen;
        }
    }

    /// <summary>Takes a message. Returns whether the endpoint must be looked at again.</summary>
    public bool Take(FeedMessage message)
    {
        switch (message)
        {
            case ClockMoved moved:
                (Clock, _clockRead) = (moved.Clock, Stopwatch.GetTimestamp());
                return false;
            case Away:
                IsAway = true;
                return false;
            case Back:
                IsAway = false;
                return true;
            case Missed missed:
                Note = missed.Sentence;
                return true;
            case Refused refused:
                throw refused.Error;
            case Happened { Event: var happened }:
                _seen = new(happened.Epoch, happened.Sequence);
                Note = happened.Kind == "worldReset" ? "The account was reset." : IsAboutEndpoint(happened) ? null : Note;
                return IsAboutEndpoint(happened) || happened.Subject.Type is "account" || IsAboutAlarm(happened);
            default:
                return false;
        }
    }

    public bool IsAboutEndpoint(EventState happened) =>
        happened.Subject.Type == "endpoint" && string.Equals(happened.Subject.Name, name, StringComparison.OrdinalIgnoreCase);

    public bool IsAboutAlarm(EventState happened) =>
        happened.Subject.Type == "alarm" && (happened.Kind != "alarmStateChanged" || Alarms.Any(alarm => alarm.Name == happened.Subject.Name));

    /// <summary>Looks at the endpoint. If it is not there any more, the last view is kept.</summary>
    public async Task Look(CancellationToken cancel)
    {
        var route = $"endpoints/{Uri.EscapeDataString(name)}";
        try
        {
            View = await client.Get<EndpointView>(route, cancel);
            Alarms = await client.Get<List<AlarmView>>($"{route}/alarms", cancel, ("periods", "1"));
            IsThere = true;
        }
        catch (CallException missing) when (missing.Status == StatusCodes.Status404NotFound && View is not null)
        {
            IsThere = false;
        }
    }
}
