using RollingDeploy.Core.Endpoints;
using RollingDeploy.Host.CommandLine.Following;
using RollingDeploy.Host.CommandLine.Output;
using RollingDeploy.Host.Control;
using RollingDeploy.Host.Wording;
using Spectre.Console;

namespace RollingDeploy.Host.CommandLine.Watching;

/// <summary>
/// The tree that <c>watch</c> draws: the status, the step, both fleets, the alarms and the end of the journal. Each state has a
/// sign and a word, so that it can be read without colors.
/// </summary>
internal static class EndpointTree
{
    // Lines for everything besides the instances: with fewer lines than that, only their numbers are shown.
    private const int LinesBesideInstances = 18;
    private const int TallTerminal = 28;

    /// <param name="watched">The endpoint.</param>
    /// <param name="height">The number of lines of the terminal.</param>
    public static Tree Of(WatchedEndpoint watched, int height)
    {
        var view = watched.View!;
        var (sign, color) = Sign(view.Summary.Status);
        var tree = new Tree(watched.IsThere
            ? Picture.Text(($"{view.Summary.Name} ", Color.Default), ($"{sign} {view.Summary.Status}", color))
            : Picture.Text(($"{view.Summary.Name} ", Color.Default), ("✖ does not exist any more", Color.Red)));
        if (watched.IsAway)
        {
            tree.AddNode(Picture.Text((LineWatch.NoAnswer, Color.Yellow)));
        }

        if (watched.Note is { } note)
        {
            tree.AddNode(Picture.Text((note, Color.Yellow)));
        }

        tree.AddNode(Picture.Text((Time(watched), null)));
        if (watched.IsThere)
        {
            AddDeployment(tree, watched);
            var room = height - LinesBesideInstances;
            FleetNodes.Add(tree, view, room);
            AddAlarms(tree, watched);
            AddJournal(tree, view.Deployment, height < TallTerminal ? 2 : 5);
        }

        return tree;
    }

    private static string Time(WatchedEndpoint watched)
    {
        // Virtual seconds are enough for people.
        var now = DateTimeOffset.FromUnixTimeSeconds(watched.Now.ToUnixTimeSeconds());
        return $"Time: {UtcConverter.Text(now)}{(watched.Clock is { } clock ? $" ({PlainWords.Of(clock)})" : "")}";
    }

    private static void AddDeployment(Tree tree, WatchedEndpoint watched)
    {
        var view = watched.View!;
        if (view.Deployment is not { } deployment)
        {
            return;
        }

        var (sign, word, color) = DeploymentWord.Of(deployment.Status);
        var node = tree.AddNode(Picture.Text(
            ($"Deployment: {PlainWords.Of(deployment.Policy)}, ", null), ($"{sign} {word}", color), ($" ({deployment.Id})", Color.Grey)));
        if (StepText.Of(deployment) is { } step)
        {
            node.AddNode(Picture.Text((step, null)));
        }

        if (view.Summary.BakeEndsAt is { } end)
        {
            var left = $"Baking: {Durations.Text(end - watched.Now)} left";
            var standsStill = watched.Clock is { } clock && PlainWords.StandsStill(clock);
            node.AddNode(Picture.Text((left, Color.Aqua), (standsStill ? ", time stands still" : "", null)));
        }

        if ((deployment.FailureReason ?? view.FailureReason) is { } reason)
        {
            node.AddNode(Picture.Text((reason, Color.Red)));
        }
    }

    private static void AddAlarms(Tree tree, WatchedEndpoint watched)
    {
        if (watched.Alarms.Count == 0)
        {
            return;
        }

        var node = tree.AddNode(Picture.Text(("Alarms", null)));
        foreach (var alarm in watched.Alarms)
        {
            var (sign, word, color) = AlarmWord.Of(alarm.State);
            node.AddNode(Picture.Text(
                ($"{sign} {word} ", color), (alarm.Name, null), (alarm.Watched ? "" : " (not watched)", Color.Grey)));
        }
    }

    private static void AddJournal(Tree tree, DeploymentDetail? deployment, int most)
    {
        if (deployment is not { Journal: { Count: > 0 } journal })
        {
            return;
        }

        var node = tree.AddNode(Picture.Text(("Journal", null)));
        foreach (var entry in journal.TakeLast(most))
        {
            node.AddNode(Picture.Text(($"{entry.Time.UtcDateTime:HH:mm:ss} ", Color.Grey), (entry.Sentence, null)));
        }
    }

    private static (string Sign, Color Color) Sign(EndpointStatus status) => status switch
    {
        EndpointStatus.InService => ("✔", Color.Green),
        EndpointStatus.Creating or EndpointStatus.Updating or EndpointStatus.SystemUpdating or EndpointStatus.Deleting
            => ("◌", Color.Aqua),
        EndpointStatus.RollingBack => ("↶", Color.Yellow),
        EndpointStatus.OutOfService or EndpointStatus.Failed or EndpointStatus.UpdateRollbackFailed => ("✖", Color.Red),
    };
}
