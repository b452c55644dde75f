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

    /// <summary>How often at most; without end where it is absent.</summary>
    [Range(1)]
    public int? Times { get; init; }

    public AddFault ToCommand(string region)
    {
        var kind = Kind ?? throw ProblemException.Bad("kind", "Say which kind of fault: insufficientCapacity.");
        if (AtInstance < 1)
        {
            throw ProblemException.Bad("atInstance", "Instances are counted from 1.");
        }

        if (Times < 1)
        {
            throw ProblemException.Bad("times", "A fault strikes at least once.");
        }

        var scope = new FaultScope
        {
            Endpoint = Endpoint,
            Variant = Variant,
            InferenceComponent = InferenceComponent,
            Fleet = Fleet,
            InstanceType = InstanceType,
            AtInstance = AtInstance,
        };
        return new AddFault(region, kind, scope, Times);
    }
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
    int? Times,
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
        fault.Times,
        fault.Hits);
}

/// <summary>What goes wrong on purpose.</summary>
internal static class FaultRoutes
{
    public static void MapFaults(this RouteGroupBuilder routes)
    {
        routes.MapPost("/faults", (FaultRequest fault, [AsParameters] Partition partition) =>
            {
                var added = FaultState.Of(partition.ForWriting.Apply(fault.ToCommand(partition.RegionName)));
                return TypedResults.Created($"/_rollingdeploy/faults/{added.Id}", added);
            })
            .WithSummary("Ask for a fault").WithName("addFault")
            .WithMetadata(new BodyExample("""{"kind":"insufficientCapacity","fleet":"new","atInstance":3}""")).ProducesProblem(400);

        routes.MapGet("/faults", ([AsParameters] Partition partition) =>
                TypedResults.Ok(partition.Read(region => region.Faults.All.Select(FaultState.Of).ToList())))
            .WithSummary("The faults that were asked for, and how often they struck").WithName("listFaults");

        routes.MapDelete("/faults/{id}", (string id, [AsParameters] Partition partition) =>
                partition.ForWriting.Apply(new RemoveFault(partition.RegionName, id))
                    ? TypedResults.NoContent()
                    : throw ProblemException.NotFound($"There is no fault {id}."))
            .WithSummary("Take a fault back").WithName("removeFault").ProducesProblem(404);
    }
}
