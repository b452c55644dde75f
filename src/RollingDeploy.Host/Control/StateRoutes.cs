using Microsoft.OpenApi;
using RollingDeploy.Core;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Control;

/// <summary>The routes that export and import a whole account.</summary>
internal static class StateRoutes
{
    private static readonly QueryParameters Parameters = new(
    [
        new OpenApiParameter
        {
            Name = "as",
            In = ParameterLocation.Query,
            Description = "The account that the state is imported as. Without it, the state must be of the account of the call.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        },
    ]);

    public static void MapState(this RouteGroupBuilder routes)
    {
        routes.MapGet("/state", Export)
            .WithSummary("Export everything in the account, as one JSON document").WithName("getState")
            .Produces(200, contentType: "application/json");
        routes.MapPut("/state", Import)
            .WithSummary("Import what was exported; it replaces everything in the account").WithName("putState")
            .WithMetadata(Parameters, new BodyLimit(null))
            .Accepts<string>("application/json")
            .Produces(204).ProducesProblem(409);
    }

    private static async Task Export(HttpContext http, [AsParameters] Partition partition)
    {
        var visit = new Visit(partition.ForReading);
        visit.Enter().Dispose();
        await using var file = Snapshots.Temporary();
        SnapshotDocument.Write(visit.World, file);
        await partition.Worlds.Journal.Empty();
        file.Position = 0;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = file.Length;
        await file.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private static async Task<IResult> Import(HttpContext http, [AsParameters] Partition partition)
    {
        var account = (string?)http.Request.Query["as"];
        if (account is not null && account != partition.AccountId)
        {
            throw ProblemException.Bad("as", $"as is {account}, but the call is for account {partition.AccountId}. Use &account={account} too.");
        }

        await using var file = Snapshots.Temporary();
        await http.Request.Body.CopyToAsync(file, http.RequestAborted);
        file.Position = 0;
        try
        {
            await partition.Worlds.Import(partition.AccountId, file, isOfAnyAccount: account is not null);
            return TypedResults.NoContent();
        }
        catch (SnapshotException odd)
        {
            throw new ProblemException(StatusCodes.Status400BadRequest, odd.Message);
        }
    }
}
