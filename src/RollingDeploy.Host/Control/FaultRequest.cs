using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Control;

/// <summary>A fault to ask for; every member but <c>kind</c> narrows where it strikes.</summary>
internal sealed record FaultRequest
{
    [Required]
    public FaultKind? Kind { get; init; }

    /// <summary>The endpoint's name.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The variant's name.</summary>
    public string? Variant { get; init; }

    /// <summary>The inference component's name: the fault strikes its copies, not instances.</summary>
    public string? InferenceComponent { get; init; }

    /// <summary>The side that launches. Capacity lost in a rollback is <c>old</c>.</summary>
    public FleetSide? Fleet { get; init; }

    /// <summary>Such as <c>ml.m5.large</c>.</summary>
    public string? InstanceType { get; init; }

    /// <summary>The n-th launch of a variant on that side in one deployment, from 1.</summary>
    [Range(1)]
    public int? AtInstance { get; init; }

    /// <summary>How long a slow launch takes, instead of its usual time; 600 where it is absent.</summary>
    [Range(1, 86_400)]
    public double? Seconds { get; init; }

    /// <summary>
    /// The operation of the API that is refused, such as <c>DescribeEndpoint</c>; every one where it is absent.
    /// </summary>
    public string? Operation { get; init; }

    /// <summary>
    /// The part of the calls that is refused, above 0 and up to 1, by the world's seed; every one where it is absent.
    /// </summary>
    [Range(0, 1)]
    public double? Rate { get; init; }

    /// <summary>How often at most; without end where it is absent, but a crash without it is one.</summary>
    [Range(1)]
    public int? Times { get; init; }

    /// <summary>From which moment of a deployment on it can strike; from now on where it is absent.</summary>
    public WhenRequest? When { get; init; }

    /// <summary>Every member but the kind, by its name.</summary>
    public IEnumerable<(string Name, object? Value)> Members() =>
    [
        ("endpoint", Endpoint),
        ("variant", Variant),
        ("inferenceComponent", InferenceComponent),
        ("fleet", Fleet),
        ("instanceType", InstanceType),
        ("atInstance", AtInstance),
        ("seconds", Seconds),
        ("operation", Operation),
        ("rate", Rate),
        ("times", Times),
        ("when", When),
    ];

    public AddFault ToCommand(string region) => new(region, Kind!.Value, Scope(), Times)
    {
        Takes = Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : Fault.DefaultTakes,
        Rate = Rate,
        When = When?.ToCore(),
    };

    private FaultScope Scope() => new()
    {
        Endpoint = Endpoint,
        Variant = Variant,
        InferenceComponent = InferenceComponent,
        Fleet = Fleet,
        InstanceType = InstanceType,
        AtInstance = AtInstance,
        Operation = Operation,
    };
}

/// <summary>A fault, and how often it struck.</summary>
internal sealed record FaultState(
    string Id,
    FaultKind Kind,
    string? Endpoint,
    string? Variant,
    string? InferenceComponent,
    FleetSide? Fleet,
    string? InstanceType,
    int? AtInstance,
    double? Seconds,
    string? Operation,
    double? Rate,
    int? Times,
    WhenState? When,
    int Hits)
{
    public static FaultState Of(Fault fault) => new(
        fault.Id,
        fault.Kind,
        fault.Scope.Endpoint,
        fault.Scope.Variant,
        fault.Scope.InferenceComponent,
        fault.Scope.Fleet,
        fault.Scope.InstanceType,
        fault.Scope.AtInstance,
        fault.Kind == FaultKind.SlowLaunch ? fault.Takes.TotalSeconds : null,
        fault.Scope.Operation,
        fault.Rate,
        fault.Times,
        WhenState.Of(fault.Armed),
        fault.Hits);
}
