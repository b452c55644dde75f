using RollingDeploy.Core.Deployments;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Plans;
using RollingDeploy.Core.Previews;
using RollingDeploy.Host.Control.Reports;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Control;

/// <summary>The route that reports a deployment that has ended.</summary>
internal static class ReportRoutes
{
    public static void MapReports(this RouteGroupBuilder routes) => routes
        .MapGet("/endpoints/{name}/deployments/{id}/report", (string name, string id, [AsParameters] Partition partition) =>
            TypedResults.Text(Report(name, id, partition).ToString(), "text/markdown; charset=utf-8"))
        .WithSummary("Get a report of a deployment that has ended, in Markdown with a Mermaid chart").WithName("getReport")
        .Produces<string>(200, "text/markdown").ProducesProblem(404).ProducesProblem(409);

    private static DeploymentReport Report(string name, string id, Partition partition)
    {
        var session = partition.ForReading;
        var (endpoint, record, type) = session.Read(partition.RegionName, region => Find(region, name, id));
        return new(endpoint, record, type, type is null ? [] : Compare(session, partition.RegionName, record.Deployment, type));
    }

    private static (string Name, DeploymentRecord Record, string? Type) Find(Region region, string name, string id)
    {
        var endpoint = region.Endpoints.TryGet(name, out var found) ? found : throw MissingException.Endpoint(name);
        var record = endpoint.Deployments.FirstOrDefault(each => each.Deployment.Id == id)
            ?? throw MissingException.Deployment(endpoint, "endpoint", id);
        return record.Deployment.HasEnded
            ? (endpoint.Name, record, TypeOf(region, record))
            : throw new ProblemException(
                StatusCodes.Status409Conflict,
                $"Deployment {id} has not ended yet. Wait for it, or advance the clock with POST /_rollingdeploy/clock/advance.");
    }

    // The configurations may have been deleted since.
    private static string? TypeOf(Region region, DeploymentRecord record) =>
        new[] { record.Journal[0].New, record.Journal[0].Old }
            .Select(fleet => fleet is not null && region.EndpointConfigs.TryGet(fleet.ConfigName, out var config) ? config : null)
            .OfType<EndpointConfig>()
            .SelectMany(config => config.Variants)
            .Select(variant => variant.InstanceType)
            .Distinct().ToList() is [var only]
            ? only
            : null;

    private static List<ComparedPolicy> Compare(WorldSession session, string region, Deployment deployment, string type)
    {
        var (old, next) = (deployment.Sizes.Sum(size => size.Old), deployment.Sizes.Sum(size => size.New));
        if (deployment.Act != DeploymentAct.Update || old == 0 || next == 0)
        {
            return [];
        }

        // With the waits of this deployment, where it has any.
        var wait = deployment.Forward.Steps.FirstOrDefault(step => step.Kind == StepKind.Bake)?.Duration ?? default;
        var config = new DeploymentConfig
        {
            Rolling = wait == default ? null : new(new(CapacitySizeType.CapacityPercent, 25), (int)wait.TotalSeconds),
        };
        var preview = DeploymentPreview.Of(session.World, region, new FleetSketch(type, old, next), config);
        return
        [
            .. preview.Others.Append(new(preview.Update.Policy, preview.Update, null))
                .Where(each => each.Policy != deployment.Policy)
                .OrderBy(each => each.Policy),
        ];
    }
}
