using RollingDeploy.Host.Health;
using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Control;

/// <summary>The routes for virtual time: the clock, advancing it, and the reset.</summary>
internal static class ClockRoutes
{
    public static void MapClock(this RouteGroupBuilder routes)
    {
        routes.MapGet("/clock", ([AsParameters] Partition partition) => TypedResults.Ok(ClockState.Of(partition.ForReading)))
            .WithSummary("Get the virtual clock").WithName("getClock");

        routes.MapPut("/clock", async (ClockChange change, [AsParameters] Partition partition, HealthWatch health) =>
            {
                await health.Ask(partition.ForWriting);
                await ClockActions.Change(partition.ForWriting, change, partition.Http.RequestAborted);
                return TypedResults.Ok(ClockState.Of(partition.ForWriting));
            })
            .WithSummary("Change how virtual time passes, or go to a later time").WithName("setClock")
            .WithMetadata(new BodyExample("""{"mode":"frozen"}"""))
            .ProducesProblem(400).ProducesProblem(409);

        routes.MapPost("/clock/advance", async (
            AdvanceRequest advance, [AsParameters] Partition partition, HealthWatch health) =>
            {
                await health.Ask(partition.ForWriting);
                return TypedResults.Ok(
                    await ClockActions.Advance(
                        partition.ForWriting, partition.RegionName, advance, partition.Http.RequestAborted));
            })
            .WithSummary("Advance virtual time. Returns after everything that is due has run").WithName("advanceClock")
            .WithMetadata(new BodyExample("""{"seconds":300}"""))
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);

        routes.MapPost("/reset", async ([AsParameters] Partition partition, IWorldSeeds seeds, HealthWatch health) =>
            {
                await partition.ForWriting.Reset(seeds);
                await health.Ask(partition.ForWriting);
                return TypedResults.NoContent();
            })
            .WithSummary("Reset the account to its state at start-up, and apply its seeds again").WithName("reset")
            .WithMetadata(new MakesLeapsGiveWay())
            .ProducesProblem(409);
    }
}
