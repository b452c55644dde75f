using RollingDeploy.Host.CommandLine.Following;
using RollingDeploy.Host.CommandLine.Output;
using RollingDeploy.Host.Control.Events;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.CommandLine.Watching;

/// <summary>Prints a line for each event, where there is no terminal, such as in the log of a CI job.</summary>
internal sealed class LineWatch : IWatchOutput
{
    public const string NoAnswer = "The server does not answer. Trying again…";

    private bool _hasBegun;

    public void Tell(WatchedEndpoint watched, FeedMessage message)
    {
        var line = message switch
        {
            Happened { Event: var happened } when IsShown(watched, happened) => Line(happened),
            Missed missed => missed.Sentence,
            Away => NoAnswer,
            Back => "The server answers again.",
            _ => null,
        };
        if (line is not null)
        {
            Screen.Line(line);
        }
    }

    /// <summary>Prints what has happened so far in the running deployment. Later events come as messages.</summary>
    public void Show(WatchedEndpoint watched, bool isNew)
    {
        if (_hasBegun)
        {
            return;
        }

        _hasBegun = true;
        var view = watched.View!;
        Screen.Line($"{UtcConverter.Text(view.Now)} {view.Summary.Name}: The status is {view.Summary.Status}.");
        foreach (var entry in view is { Deployment: { EndedAt: null } running } ? running.Journal : [])
        {
            Screen.Line($"{UtcConverter.Text(entry.Time)} {view.Summary.Name}: {entry.Sentence}");
        }
    }

    /// <summary>An event on a line: its virtual time, what it is about, and its sentence.</summary>
    public static string Line(EventState happened) =>
        $"{UtcConverter.Text(happened.Time)} {(happened.Subject.Name.Length > 0 ? $"{happened.Subject.Name}: " : "")}{happened.Sentence}";

    // The journal tells of instances in its own sentences.
    private static bool IsShown(WatchedEndpoint watched, EventState happened) =>
        (watched.IsAboutEndpoint(happened) && happened.Kind != "instancesChanged")
        || (watched.IsAboutAlarm(happened) && happened.Kind == "alarmStateChanged")
        || happened.Kind is "worldReset" or "clockChanged";
}
