using RollingDeploy.Core;
using Endpoint = RollingDeploy.Core.Endpoints.Endpoint;

namespace RollingDeploy.Host.Control;

/// <summary>What deployments did, and why.</summary>
internal static class DeploymentRoutes
{
    public static void MapDeployments(this RouteGroupBuilder routes)
    {
        routes.MapGet("/endpoints/{name}/deployments", (string name, [AsParameters] Partition partition) =>
                TypedResults.Ok(partition.Read(region => Find(region, name).Deployments
                    .Reverse()
                    .Select(record => DeploymentSummary.Of(record.Deployment))
                    .ToList())))
            .WithSummary("An endpoint's deployments, newest first").WithName("listDeployments").ProducesProblem(404);

        routes.MapGet("/endpoints/{name}/deployments/{id}", (string name, string id, [AsParameters] Partition partition) =>
                TypedResults.Ok(partition.Read(region => DeploymentDetail.Of(
                    Find(region, name).Deployments.FirstOrDefault(record => record.Deployment.Id == id)
                    ?? throw ProblemException.NotFound($"The endpoint {name} has no deployment {id}.")))))
            .WithSummary("One deployment: its plan, each step's state, and its journal").WithName("getDeployment").ProducesProblem(404);

        routes.MapGet("/endpoints/{name}/journal", (string name, [AsParameters] Partition partition) =>
            {
                var hints = partition.ForReading.Hints.Of(partition.RegionName, name)
                    .Select(hint => new EndpointEvent(hint.Time, null, "refused", $"{hint.Operation} was refused. {hint.Text}"))
                    .ToList();

                // An endpoint whose creation was refused has nothing but hints.
                var events = partition.Read(region => hints.Count > 0 && !region.Endpoints.TryGet(name, out _) ? [] : Events(region, name));
                return TypedResults.Ok(events.Concat(hints).OrderBy(entry => entry.Time).ToList());
            })
            .WithSummary("All that happened to an endpoint, with hints about refused calls, oldest first").WithName("getJournal")
            .ProducesProblem(404);
    }

    private static List<EndpointEvent> Events(Region region, string name) =>
    [
        .. Find(region, name).Deployments.SelectMany(record => record.Journal.Select(
            entry => new EndpointEvent(entry.Time, record.Deployment.Id, entry.Event, entry.Sentence))),
    ];

    private static Endpoint Find(Region region, string name) => region.Endpoints.TryGet(name, out var endpoint)
        ? endpoint
        : throw ProblemException.NotFound($"There is no endpoint {name} in {region.Name}.");
}
