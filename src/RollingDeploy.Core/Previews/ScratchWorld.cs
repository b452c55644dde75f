using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Tags;

namespace RollingDeploy.Core.Previews;

/// <summary>
/// A world with one endpoint, in which an update runs as it would in the real one. It has no traffic, and its alarms have no
/// data, so no alarm trips by itself.
/// </summary>
internal sealed class ScratchWorld
{
    private readonly PreviewScene _scene;
    private readonly World _world;

    /// <param name="scene">The endpoint.</param>
    /// <param name="launchTime">The time that each launch takes.</param>
    /// <param name="appended">Called after each event.</param>
    public ScratchWorld(PreviewScene scene, TimeSpan launchTime, Action<ScratchWorld, WorldEvent> appended)
    {
        _scene = scene;
        _world = new World(scene.Account, scene.Settings with
        {
            Timings = scene.Settings.Timings with { Launch = launchTime, LaunchJitter = TimeSpan.Zero },
            EventAppended = log => appended(this, log.Newest!),
            Recorder = null,
            ReportDefect = null,
            ModelAccess = new(),
        });
        Endpoint = Furnish();
    }

    /// <summary>The endpoint.</summary>
    public Endpoint Endpoint { get; }

    /// <summary>The virtual time.</summary>
    public DateTimeOffset Now => _world.Now;

    /// <summary>Makes the update, and runs it until it ends.</summary>
    /// <param name="update">The update.</param>
    /// <param name="alarmAt">When an alarm trips; null for never.</param>
    public void Run(UpdateEndpoint update, DateTimeOffset? alarmAt)
    {
        _world.Apply(update, Now);
        if (alarmAt is { } at)
        {
            _world.RunUntil(at);
            var watched = update.DeploymentConfig!.WatchedAlarms[0];
            _world.Apply(new SetAlarmState(update.Region, watched, AlarmState.Alarm, "", null), Now);
        }

        // A rollback has no timeout. Each of its steps ends, or fails, much earlier than this.
        _world.RunUntil(Now.AddDays(30), _ => Endpoint.Deployments[^1].Deployment.HasEnded);
    }

    private Endpoint Furnish()
    {
        var name = _scene.Update.Region;
        var region = _world.AddRegion(name);
        foreach (var model in _scene.Models)
        {
            region.Models.Add(model, new TaggedFacts(model, []));
        }

        // Real servers are not asked.
        foreach (var (model, behavior) in _scene.Behaviors)
        {
            region.Behaviors.Set(model, behavior with { ForwardTo = null });
        }

        foreach (var config in _scene.Before == _scene.After ? [_scene.Before] : new[] { _scene.Before, _scene.After })
        {
            region.EndpointConfigs.Add(config, new TaggedFacts(config, []));
        }

        foreach (var alarm in _scene.Given?.WatchedAlarms ?? [])
        {
            _world.Apply(new PutMetricAlarm(name, alarm, WithoutData, "{}"), Now);
        }

        _world.Apply(new LoadEndpoint(name, _scene.Update.Name, _scene.Before.Name, _scene.Fleet), Now);
        return region.Endpoints.Get(_scene.Update.Name);
    }

    private static AlarmConfiguration WithoutData { get; } = new()
    {
        Source = new SingleMetric(new MetricStat(new MetricId("Preview", "None", []), null, Statistic.Average, 60)),
        EvaluationPeriods = 1,
        DatapointsToAlarm = 1,
        Threshold = 0,
        Comparison = ComparisonOperator.GreaterThanThreshold,
    };
}
