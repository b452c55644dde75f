using System.Globalization;
using Microsoft.OpenApi;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Control.Views;

/// <summary>The routes that show endpoints with their instances and alarms. The dashboard begins with them.</summary>
internal static class ViewRoutes
{
    private const int MostEndpoints = 1000;
    private const int MostAlarms = 20;
    private const int MostPeriods = 200;

    private static readonly QueryParameters OfList = new(
    [
        Parameter("name", JsonSchemaType.String, "Only endpoints whose names contain this text."),
        Parameter("limit", JsonSchemaType.Integer, "The maximum number of endpoints: 1 to 1000. The default is 1000."),
    ]);

    private static readonly QueryParameters OfAlarms = new(
    [
        Parameter("periods", JsonSchemaType.Integer, "The number of periods of each alarm: 1 to 200. The default is 30."),
    ]);

    public static void MapViews(this RouteGroupBuilder routes)
    {
        routes.MapGet("/endpoints", (HttpContext http, [AsParameters] Partition partition) => TypedResults.Ok(EndpointList.Of(
                partition, Text(http, "name"), Number(http, "limit", MostEndpoints, MostEndpoints))))
            .WithSummary("List the endpoints with their traffic and running steps, sorted by name").WithName("listEndpoints")
            .WithMetadata(OfList);

        routes.MapGet("/endpoints/{name}", (string name, [AsParameters] Partition partition) =>
                TypedResults.Ok(EndpointView.Of(partition, name)))
            .WithSummary("Get an endpoint with its instances and its last deployment").WithName("getEndpoint")
            .ProducesProblem(404);

        routes.MapGet("/endpoints/{name}/alarms", (string name, HttpContext http, [AsParameters] Partition partition) =>
            {
                var periods = Number(http, "periods", 30, MostPeriods);
                return TypedResults.Ok(partition.Read(region => region.Endpoints.TryGet(name, out var endpoint)
                    ? AlarmView.Of(region, endpoint, periods, MostAlarms)
                    : throw MissingException.Endpoint(name)));
            })
            .WithSummary("List the alarms of an endpoint with the data that they evaluate").WithName("listEndpointAlarms")
            .WithMetadata(OfAlarms).ProducesProblem(404);
    }

    private static string? Text(HttpContext http, string name) =>
        http.Request.Query[name].ToString() is { Length: > 0 } text ? text : null;

    private static int Number(HttpContext http, string name, int standard, int most) => Text(http, name) is not { } text
        ? standard
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most
            ? number
            : throw ProblemException.Bad(
                name, $"'{Excerpt.Of(text)}' is not valid for {name}. Use a whole number from 1 to {most}.");

    private static OpenApiParameter Parameter(string name, JsonSchemaType type, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = description,
        Schema = new OpenApiSchema { Type = type },
    };
}
