using RollingDeploy.Core;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Alarms.Rules;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Control;

/// <summary>What to wait for: the status of an endpoint or an inference component, or the state of an alarm.</summary>
internal sealed record Until
{
    public string? Endpoint { get; init; }

    public string? InferenceComponent { get; init; }

    public string? Alarm { get; init; }

    /// <summary>Of an endpoint or an inference component, whose statuses are among an endpoint's.</summary>
    public EndpointStatus? Status { get; init; }

    /// <summary>Of an alarm.</summary>
    public AlarmState? State { get; init; }

    /// <summary>The same as <c>require</c> beside <c>until</c>.</summary>
    public bool? Require { get; init; }

    /// <summary>Refuses what says too much or too little, or names what is not there.</summary>
    public void Check(WorldSession session, string region)
    {
        if (new[] { Endpoint, InferenceComponent, Alarm }.Count(name => name is not null) != 1)
        {
            throw ProblemException.Bad("until.endpoint", "Say which endpoint, which inferenceComponent or which alarm to wait for.");
        }

        if (Alarm is null ? Status is null || State is not null : State is null || Status is not null)
        {
            throw Alarm is null
                ? ProblemException.Bad("until.status", "Say which status to wait for, such as InService; a state is an alarm's.")
                : ProblemException.Bad("until.state", "Say which state to wait for, such as OK; a status is an endpoint's.");
        }

        if (session.Read(region, Present) is null)
        {
            throw Endpoint is not null ? MissingException.Endpoint(Endpoint)
                : InferenceComponent is not null ? MissingException.InferenceComponent(InferenceComponent)
                : MissingException.Alarm(Alarm!);
        }
    }

    /// <summary>
    /// Whether there is nothing more to wait for: an alarm changes at any time, the others stay in a stable status.
    /// </summary>
    public bool IsOver(World world, string region) => Subject(world, region) switch
    {
        Deployable subject => !subject.IsInTransition || IsMetBy(subject),
        Alarm alarm => IsMetBy(alarm),
        _ => true,
    };

    /// <summary>Whether it is as was asked for.</summary>
    public bool IsMet(World world, string region) => Subject(world, region) is { } subject && IsMetBy(subject);

    /// <summary>What it is instead, as a sentence.</summary>
    public string Outcome(World world, string region) => Subject(world, region) switch
    {
        Deployable { FailureReason: { } reason } subject => $"The {this} is {subject.StatusName} and not {Status}: {reason}",
        Deployable subject => $"The {this} is {subject.StatusName} and not {Status}.",
        Alarm alarm => $"The {this} is {StateWord.Of(alarm.State)} and not {StateWord.Of(State!.Value)}: {alarm.Current.Reason}",
        _ => $"The {this} is not there any more.",
    };

    public override string ToString() =>
        Endpoint is not null ? $"endpoint {Endpoint}"
        : InferenceComponent is not null ? $"inference component {InferenceComponent}"
        : $"alarm {Alarm}";

    private bool IsMetBy(object subject) => subject switch
    {
        Deployable deployable => deployable.StatusName == Status.ToString(),
        Alarm alarm => alarm.State == State,
        _ => false,
    };

    private object? Subject(World world, string region) =>
        world.Regions.FirstOrDefault(each => each.Name == region) is { } found ? Present(found) : null;

    private object? Present(Region region) =>
        Endpoint is not null ? (region.Endpoints.TryGet(Endpoint, out var endpoint) ? endpoint : null)
        : InferenceComponent is not null ? (region.InferenceComponents.TryGet(InferenceComponent,
            out var component) ? component : null)
        : region.Alarms.Find(Alarm!);
}
