using RollingDeploy.Host.Hosting;

namespace RollingDeploy.Host.Control;

/// <summary>The answer to a health check.</summary>
/// <param name="Status"><c>healthy</c>, or <c>degraded</c> if there is a problem. The host serves requests in both cases.</param>
/// <param name="Version">The version of this build.</param>
/// <param name="Problems">
/// Why the state cannot be kept, if it cannot; and what was set aside after an internal error of RollingDeploy, with how to
/// restore it. The list has the first 20 of these problems, and then the number of the others.
/// </param>
internal sealed record Health(string Status, string Version, IReadOnlyList<string> Problems);

/// <summary>The routes of the health check.</summary>
internal static class HealthRoutes
{
    private const int MostShown = 20;
    private const string Summary = "Get the health of the host, and what was set aside after an internal error of RollingDeploy";

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/health", ["HEAD"], () => TypedResults.Ok()).ExcludeFromDescription();
        routes.MapGet("/health", (Worlds worlds) => TypedResults.Ok(Of(worlds)))
            .WithTags("RollingDeploy").WithSummary(Summary).WithName("health").ProducesProblem(403);
        routes.MapGet("/_rollingdeploy/health", (Worlds worlds) => TypedResults.Ok(Of(worlds)))
            .WithTags("RollingDeploy").WithSummary(Summary).WithName("rollingdeployHealth").ProducesProblem(403);
    }

    private static Health Of(Worlds worlds)
    {
        var all = worlds.Problems().ToList();
        List<string> problems =
        [
            .. worlds.Journal.Problem is { } problem ? [$"The state cannot be kept, so calls that change something are refused. {problem}"] : Array.Empty<string>(),
            .. all.Take(MostShown)
                .Select(each => $"Account {each.Account}, region {each.Problem.Owner.Region}: {each.Problem.Sentence}"),
            .. all.Count > MostShown ? [$"{all.Count - MostShown} more were set aside."] : Array.Empty<string>(),
        ];
        return new(problems.Count == 0 ? "healthy" : "degraded", ProductVersion.Text, problems);
    }
}
