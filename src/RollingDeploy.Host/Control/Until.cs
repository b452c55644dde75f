using RollingDeploy.Core;
using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.Alarms.Rules;
using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Control;

/// <summary>What to wait for: a status of an endpoint or an inference component, or a state of an alarm.</summary>
internal sealed record Until
{
    public string? Endpoint { get; init; }

    public string? InferenceComponent { get; init; }

    public string? Alarm { get; init; }

    /// <summary>The status of the endpoint or the inference component, such as <c>InService</c>.</summary>
    public EndpointStatus? Status { get; init; }

    /// <summary>The state of the alarm, such as <c>OK</c>.</summary>
    public AlarmState? State { get; init; }

    /// <summary>The same as the member <c>require</c> of the whole request.</summary>
    public bool? Require { get; init; }

    /// <summary>Returns the error for a resource that does not exist.</summary>
    public MissingException Missing() =>
        Endpoint is not null ? MissingException.Endpoint(Endpoint)
        : InferenceComponent is not null ? MissingException.InferenceComponent(InferenceComponent)
        : MissingException.Alarm(Alarm!);

    /// <summary>Checks that exactly one resource and its status or state are given.</summary>
    public void Check()
    {
        if (new[] { Endpoint, InferenceComponent, Alarm }.Count(name => name is not null) != 1)
        {
            throw ProblemException.Bad("until.endpoint", "Specify exactly one of endpoint, inferenceComponent and alarm.");
        }

        if (Alarm is null ? Status is null || State is not null : State is null || Status is not null)
        {
            throw Alarm is null
                ? ProblemException.Bad("until.status", "Specify the status to wait for, such as InService. Only an alarm has a state.")
                : ProblemException.Bad("until.state", "Specify the state to wait for, such as OK. An alarm has no status.");
        }
    }

    /// <summary>
    /// Returns whether the wait is over: the status or state is reached, or the resource has another stable status.
    /// </summary>
    public bool IsOver(WorldView world, string region) => Subject(world, region) switch
    {
        Deployable subject => !subject.IsInTransition || IsMetBy(subject),
        Alarm alarm => IsMetBy(alarm),
        _ => true,
    };

    /// <summary>Returns whether the resource has the requested status or state.</summary>
    public bool IsMet(WorldView world, string region) => Subject(world, region) is { } subject && IsMetBy(subject);

    /// <summary>The actual status or state, as a sentence.</summary>
    public string Outcome(WorldView world, string region) => Subject(world, region) switch
    {
        Deployable { FailureReason: { } reason } subject => $"The {this} is {subject.StatusName} and not {Status}: {reason}",
        Deployable subject => $"The {this} is {subject.StatusName} and not {Status}.",
        Alarm alarm => $"The {this} is {StateWord.Of(alarm.State)} and not {StateWord.Of(State!.Value)}: {alarm.Current.Reason}",
        _ => $"The {this} no longer exists.",
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

    private object? Subject(WorldView world, string region) =>
        world.Regions.FirstOrDefault(each => each.Name == region) is { } found ? Present(found) : null;

    /// <summary>Returns the resource; null if it does not exist.</summary>
    public object? Present(Region region) =>
        Endpoint is not null ? (region.Endpoints.TryGet(Endpoint, out var endpoint) ? endpoint : null)
        : InferenceComponent is not null ? (region.InferenceComponents.TryGet(InferenceComponent,
            out var component) ? component : null)
        : region.Alarms.Find(Alarm!);
}
