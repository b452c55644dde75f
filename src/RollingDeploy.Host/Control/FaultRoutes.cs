using RollingDeploy.Core.Faults;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Control;

/// <summary>The routes that add, list and remove faults.</summary>
internal static class FaultRoutes
{
    private static readonly object[] Examples =
    [
        new BodyExample("""{"kind":"insufficientCapacity","fleet":"new","atInstance":3}""") { Name = "no capacity for the third instance" },
        new BodyExample("""{"kind":"insufficientCapacity","fleet":"old"}""") { Name = "no capacity during a rollback" },
        new BodyExample("""{"kind":"pingFailure","endpoint":"demo","fleet":"new","times":1}""") { Name = "a container fails its ping" },
        new BodyExample("""{"kind":"slowLaunch","instanceType":"ml.m5.large","seconds":900}""") { Name = "launches are slow" },
        new BodyExample("""{"kind":"instanceCrash","endpoint":"demo","variant":"AllTraffic"}""") { Name = "an instance crashes now" },
        new BodyExample("""{"kind":"alarmPermissionDenied","endpoint":"demo"}""") { Name = "the role is not allowed to describe alarms" },
        new BodyExample("""{"kind":"throttling","operation":"DescribeEndpoint","times":2}""") { Name = "two calls are throttled" },
        new BodyExample("""{"kind":"internalError","rate":0.1}""") { Name = "every tenth call fails" },
        new BodyExample("""{"kind":"insufficientCapacity","fleet":"new","when":{"endpoint":"demo","bake":2,"afterSeconds":30}}""")
        {
            Name = "no capacity from 30 s into the second bake of the next deployment",
        },
    ];

    public static void MapFaults(this RouteGroupBuilder routes)
    {
        routes.MapPost("/faults", (FaultRequest fault, [AsParameters] Partition partition, EndpointDataSource mapped) =>
            {
                FaultRules.Check(fault, OperationsOf(mapped));
                var added = FaultState.Of(partition.ForWriting.Apply(fault.ToCommand(partition.RegionName)));
                if ((fault.Endpoint ?? fault.When?.Endpoint) is { } endpoint)
                {
                    Whereabouts.Warn(MissingException.Endpoint(endpoint), partition);
                }

                return TypedResults.Created($"/_rollingdeploy/faults/{added.Id}", added);
            })
            .WithSummary("Add a fault").WithName("addFault")
            .WithMetadata(Examples).ProducesProblem(400);

        routes.MapGet("/faults", ([AsParameters] Partition partition) =>
                TypedResults.Ok(partition.Read(region => region.Faults.All.Select(FaultState.Of).ToList())))
            .WithSummary("List the faults, and how many times each of them has struck").WithName("listFaults");

        routes.MapDelete("/faults/{id}", (string id, [AsParameters] Partition partition) =>
                partition.Read(region => region.Faults.All.Any(fault => fault.Id == id))
                    && partition.ForWriting.Apply(new RemoveFault(partition.RegionName, id))
                    ? TypedResults.NoContent()
                    : throw MissingException.Fault(id))
            .WithSummary("Remove a fault").WithName("removeFault").ProducesProblem(404);
    }

    private static IEnumerable<string> OperationsOf(EndpointDataSource mapped) => mapped.Endpoints
        .SelectMany(endpoint => endpoint.Metadata.OfType<Service>())
        .SelectMany(service => service.Operations)
        .Select(operation => operation.Name);
}
