using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Previews;

/// <summary>A run of a deployment from its start to its end, with what was measured.</summary>
internal sealed class TrialRun
{
    private readonly Dictionary<string, TimeSpan> _instanceTime = new(StringComparer.OrdinalIgnoreCase);
    private DateTimeOffset? _until;
    private List<(string Type, int Count)> _before = [];
    private List<(string Type, int Count)> _present = [];
    private int _inService;

    private TrialRun()
    {
    }

    /// <summary>The deployment at its end, with its journal.</summary>
    public DeploymentRecord Record { get; private set; } = null!;

    /// <summary>The deployment at its end.</summary>
    public Deployment Deployment => Record.Deployment;

    /// <summary>Whether the maximum execution timeout was reached.</summary>
    public bool TimesOut => Record.Journal.Any(entry => entry.Event == "timedOut");

    /// <summary>The duration.</summary>
    public TimeSpan Duration => Deployment.EndedAt!.Value - Deployment.StartedAt;

    /// <summary>The most instances of the account at any time, in service or not.</summary>
    public int Peak { get; private set; }

    /// <summary>The fewest instances in service at any time.</summary>
    public int Minimum { get; private set; } = int.MaxValue;

    /// <summary>The time of all instances together, by instance type.</summary>
    public IReadOnlyDictionary<string, TimeSpan> InstanceTime => _instanceTime;

    /// <summary>Runs an update in a world of its own.</summary>
    /// <param name="scene">The endpoint.</param>
    /// <param name="config">The deployment configuration.</param>
    /// <param name="launchTime">The time that each launch takes.</param>
    /// <param name="alarmAfter">When an alarm trips, from the start of the deployment; null for never.</param>
    /// <exception cref="AwsError">AWS would refuse the update.</exception>
    public static TrialRun Of(PreviewScene scene, DeploymentConfig? config, TimeSpan launchTime, TimeSpan? alarmAfter = null)
    {
        var trial = new TrialRun();
        var world = new ScratchWorld(scene, launchTime, trial.Note);
        trial._until = world.Now;
        trial.Look(world.Endpoint);
        trial._before = trial._present;
        world.Run(scene.Update with { DeploymentConfig = config, RetainDeploymentConfig = false }, world.Now + alarmAfter);
        trial.Record = world.Endpoint.Deployments[^1];
        trial.Count();
        return trial;
    }

    /// <summary>Returns the time that the instances before the update would have had in its duration, by instance type.</summary>
    public IReadOnlyDictionary<string, TimeSpan> TimeBefore() =>
        _before.ToDictionary(each => each.Type, each => Duration * each.Count, StringComparer.OrdinalIgnoreCase);

    // What was there before the update is not measured.
    private void Note(ScratchWorld world, WorldEvent happened)
    {
        if (_until is { } before)
        {
            Pass(before, happened.At);
            Look(world.Endpoint);
        }
    }

    private void Look(Endpoint endpoint) =>
        (_present, _inService) = (Present(endpoint), Variants(endpoint).Sum(variant => variant.InService));

    // What lasts no time does not count.
    private void Pass(DateTimeOffset before, DateTimeOffset now)
    {
        if (now > before)
        {
            Count();
            foreach (var (type, count) in _present)
            {
                _instanceTime[type] = _instanceTime.GetValueOrDefault(type) + ((now - before) * count);
            }

            _until = now;
        }
    }

    private void Count()
    {
        Peak = Math.Max(Peak, _present.Sum(each => each.Count));
        Minimum = Math.Min(Minimum, _inService);
    }

    private static List<(string Type, int Count)> Present(Endpoint endpoint) =>
        [.. Variants(endpoint).SelectMany(variant => variant.Instances).GroupBy(instance => instance.Spec.InstanceType ?? "")
            .Select(same => (same.Key, same.Count()))];

    private static IEnumerable<VariantFleet> Variants(Endpoint endpoint) =>
        endpoint.Fleets.SelectMany(fleet => fleet.Variants);
}
