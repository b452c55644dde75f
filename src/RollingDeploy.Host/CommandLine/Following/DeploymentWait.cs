using System.Text.Json.Nodes;
using RollingDeploy.Host.CommandLine.Calls;
using RollingDeploy.Host.CommandLine.Output;
using RollingDeploy.Host.Control;
using RollingDeploy.Host.Control.Views;

namespace RollingDeploy.Host.CommandLine.Following;

/// <summary>Waits for the end of a deployment by the event stream. It asks for the endpoint only after an event.</summary>
/// <param name="client">Calls the server.</param>
/// <param name="endpoint">The name of the endpoint.</param>
/// <param name="id">The deployment; null for the newest one.</param>
internal sealed class DeploymentWait(ControlClient client, string endpoint, string? id)
{
    private string? _id = id;
    private EndpointView? _view;
    private DeploymentSummary? _deployment;

    /// <summary>Waits until the deployment has ended, time stands still, or <paramref name="limit"/> is over.</summary>
    public async Task<Outcome> Run(TimeSpan limit, CancellationToken cancel)
    {
        var outcome = await Look(cancel);
        if (outcome.IsOver || limit <= TimeSpan.Zero)
        {
            return outcome;
        }

        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        source.CancelAfter(limit);
        var feed = new EventFollower(client, [("endpoint", endpoint), ("clock", "true")], _view!.Position);
        var following = feed.Run(source.Token);
        var isAway = false;
        try
        {
            while (await feed.Messages.WaitToReadAsync(source.Token))
            {
                (outcome, isAway) = await Take(feed, outcome, isAway, source.Token);
                if (outcome.IsOver)
                {
                    return outcome;
                }
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // The time is over.
        }
        finally
        {
            await source.CancelAsync();
            await following;
        }

        cancel.ThrowIfCancellationRequested();
        var waited = $"The time of {Durations.Text(limit)} is over.";
        return new("timedOut", Outcome.Other, $"{waited} {(isAway ? $"The server at {client.Address.Name} does not answer." : outcome.Sentence)}");
    }

    /// <summary>The result as a JSON document.</summary>
    public string Document(Outcome outcome) => new JsonObject
    {
        ["endpoint"] = _view?.Summary.Name ?? endpoint,
        ["status"] = _view?.Summary.Status.ToString(),
        ["result"] = outcome.Result,
        ["exitCode"] = outcome.ExitCode,
        ["sentence"] = outcome.Sentence,
        ["deployment"] = _deployment is null ? null : Documents.Node(_deployment),
    }.ToJsonString();

    private async Task<(Outcome Outcome, bool IsAway)> Take(
        EventFollower feed, Outcome last, bool isAway, CancellationToken cancel)
    {
        var (hasNews, clock) = (false, (ClockState?)null);
        while (feed.Messages.TryRead(out var message))
        {
            hasNews |= message is Happened or Missed or Back;
            isAway = message is Away || (message is not Back && isAway);
            clock = message is ClockMoved moved ? moved.Clock : clock;
            if (message is Refused { Error: var error })
            {
                throw error;
            }
        }

        var outcome = last;
        try
        {
            outcome = hasNews || clock is not null ? await Look(cancel) : last;
        }
        catch (CallException error) when (error.IsAway)
        {
            // The feed tries again.
        }

        var standsStill = !outcome.IsOver && clock is not null && PlainWords.StandsStill(clock);
        return (standsStill ? StandingStill(outcome, clock!) : outcome, isAway);
    }

    private static string Place(ClockState clock) => clock.Mode == Core.Kernel.ClockMode.Frozen
        ? $"Time stands still: the clock is frozen at {Wording.UtcConverter.Text(clock.Now)}."
        : $"Time stands still: the mode skip has stopped at {Wording.UtcConverter.Text(clock.Now)}.";

    private Outcome StandingStill(Outcome outcome, ClockState clock) =>
        new("timeStandsStill", Outcome.Other, $"{Place(clock)} {outcome.Sentence} {PlainWords.HowToAdvance(endpoint)}");

    private async Task<Outcome> Look(CancellationToken cancel)
    {
        try
        {
            _view = await client.Get<EndpointView>($"endpoints/{Uri.EscapeDataString(endpoint)}", cancel);
        }
        catch (CallException missing) when (missing.Status == StatusCodes.Status404NotFound && _view is not null)
        {
            return new("deleted", Outcome.Other, $"{endpoint} was deleted.");
        }

        _id ??= _view.Deployments is [var newest, ..] ? newest.Id : null;
        if (_id is null)
        {
            return Outcome.OfNewest(_view);
        }

        // A deployment that is not kept any more, or never was there: the server says so.
        _deployment = _view.Deployments.Find(each => each.Id == _id)
            ?? await client.Get<DeploymentDetail>(
                $"endpoints/{Uri.EscapeDataString(endpoint)}/deployments/{Uri.EscapeDataString(_id)}", cancel);
        return Outcome.Of(_view, _deployment);
    }
}
