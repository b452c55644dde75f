using RollingDeploy.Host.Hosting.Settings;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Control;

/// <summary>
/// Refuses a query parameter that our own routes do not know: a misspelt <c>account</c> would change another account's world.
/// </summary>
internal static class KnownParameters
{
    private static readonly string[] Known = ["account", "region"];

    public static ValueTask<object?> Invoke(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        // What a presigned address has besides is the signature's.
        var unknown = context.HttpContext.Request.Query.Keys.FirstOrDefault(name =>
            !Known.Contains(name, StringComparer.OrdinalIgnoreCase) && !name.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase));
        return unknown is null ? next(context) : throw Odd(Excerpt.Of(unknown));
    }

    private static ProblemException Odd(string name) => ProblemException.Bad(
        name,
        $"There is no query parameter {name} here. "
        + (Nearest.Of(name, Known) is { } near ? $"Did you mean {near}?" : "It can be account or region."));
}
