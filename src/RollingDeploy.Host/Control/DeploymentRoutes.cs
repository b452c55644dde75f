using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Kernel;
using Endpoint = RollingDeploy.Core.Endpoints.Endpoint;

namespace RollingDeploy.Host.Control;

/// <summary>The routes that show what deployments did, and why.</summary>
internal static class DeploymentRoutes
{
    public static void MapDeployments(this RouteGroupBuilder routes)
    {
        routes.MapDeployments("endpoints", "endpoint", "", Find);
        routes.MapDeployments("inference-components", "inference component", "InferenceComponent", FindComponent);

        routes.MapGet("/endpoints/{name}/journal", (string name, [AsParameters] Partition partition) =>
            {
                var hints = partition.ForReading.Hints.Of(partition.RegionName, name)
                    .Select(hint => new EndpointEvent(hint.Time, null, "refused", $"{hint.Operation} was refused. {hint.Text}"))
                    .ToList();

                // If CreateEndpoint was refused, the endpoint does not exist and its journal contains only hints.
                var events = partition.Read(
                    region => hints.Count > 0 && !region.Endpoints.TryGet(name, out _) ? [] : Events(region, name));
                return TypedResults.Ok(events.Concat(hints).OrderBy(entry => entry.Time).ToList());
            })
            .WithSummary("Get the journal of an endpoint, oldest entry first, with hints about refused calls").WithName("getJournal")
            .ProducesProblem(404);
    }

    private static List<EndpointEvent> Events(Region region, string name) =>
    [
        .. Find(region, name).Deployments.SelectMany(record => record.Journal.Select(
            entry => new EndpointEvent(entry.Time, record.Deployment.Id, entry.Event, entry.Sentence))),
    ];

    private static void MapDeployments(
        this RouteGroupBuilder routes, string path, string noun, string suffix, Func<Region, string, Deployable> find)
    {
        routes.MapGet($"/{path}/{{name}}/deployments", (string name, [AsParameters] Partition partition) =>
                TypedResults.Ok(partition.Read(region => find(region, name).Deployments
                    .Reverse()
                    .Select(record => DeploymentSummary.Of(record.Deployment))
                    .ToList())))
            .WithSummary($"List the deployments of an {noun}, newest first").WithName($"list{suffix}Deployments").ProducesProblem(404);

        routes.MapGet($"/{path}/{{name}}/deployments/{{id}}", (string name, string id, [AsParameters] Partition partition) =>
                TypedResults.Ok(partition.Read(region => DeploymentDetail.Of(
                    find(region, name).Deployments.FirstOrDefault(record => record.Deployment.Id == id)
                    ?? throw MissingException.Deployment(find(region, name), noun, id)))))
            .WithSummary($"Get a deployment of an {noun}: its plan, the state of each step, and its journal")
            .WithName($"get{suffix}Deployment").ProducesProblem(404);
    }

    private static Endpoint Find(Region region, string name) => region.Endpoints.TryGet(name, out var endpoint)
        ? endpoint
        : throw MissingException.Endpoint(name);

    private static InferenceComponent FindComponent(Region region, string name) =>
        region.InferenceComponents.TryGet(name, out var component)
            ? component
            : throw MissingException.InferenceComponent(name);
}
