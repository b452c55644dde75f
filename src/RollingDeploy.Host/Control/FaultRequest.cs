using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Host.Wire.Constraints;

namespace RollingDeploy.Host.Control;

/// <summary>A fault to add. Every member except <c>kind</c> narrows down where the fault strikes.</summary>
internal sealed record FaultRequest
{
    [Required]
    public FaultKind? Kind { get; init; }

    /// <summary>The name of the endpoint.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The name of the production variant.</summary>
    public string? Variant { get; init; }

    /// <summary>The name of the inference component. The fault then strikes copies of it instead of instances.</summary>
    public string? InferenceComponent { get; init; }

    /// <summary>The fleet that launches instances: <c>new</c>, or <c>old</c> for launches of a rollback.</summary>
    public FleetSide? Fleet { get; init; }

    /// <summary>The instance type, such as <c>ml.m5.large</c>.</summary>
    public string? InstanceType { get; init; }

    /// <summary>The number of the launch that fails, counted from 1 within a deployment, a variant and a fleet.</summary>
    [Range(1)]
    public int? AtInstance { get; init; }

    /// <summary>The seconds that a slow launch takes instead of its usual time. The default is 600.</summary>
    [Range(1, 86_400)]
    public double? Seconds { get; init; }

    /// <summary>The API operation that is refused, such as <c>DescribeEndpoint</c>. The default is every operation.</summary>
    public string? Operation { get; init; }

    /// <summary>
    /// The fraction of calls that are refused, more than 0 and at most 1. The seed decides which ones. The default is 1.
    /// </summary>
    [Range(0, 1)]
    public double? Rate { get; init; }

    /// <summary>The most times that the fault strikes. The default is no limit, but 1 for an instance crash.</summary>
    [Range(1)]
    public int? Times { get; init; }

    /// <summary>The moment of a deployment from which the fault can strike. The default is now.</summary>
    public WhenRequest? When { get; init; }

    /// <summary>All members except the kind, with their JSON names.</summary>
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

/// <summary>A fault, and how many times it has struck.</summary>
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
