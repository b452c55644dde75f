using Microsoft.Extensions.Options;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Wire;
using RollingDeploy.Host.Wire.Routing;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Browsers;

/// <summary>
/// The middleware that refuses requests of web pages that are not allowed. It runs after routing, so that an AWS route can write
/// the error in the protocol of the caller.
/// </summary>
internal sealed partial class BrowserGuard(
    RequestDelegate next, IOptions<RollingDeployOptions> options, ILogger<BrowserGuard> logger)
{
    // Each message is logged once, and at most this many messages, so that a page that tries again and again cannot fill the log.
    private const int MostTold = 100;

    private readonly BrowserRules _rules = new(options.Value);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public Task InvokeAsync(HttpContext http)
    {
        if (_rules.Objection(http.Request) is { } objection)
        {
            Tell(http.Request, objection);
            return Refuse(http, objection);
        }

        if (_rules.IsFromAllowedOrigin(http.Request))
        {
            if (Cors.IsPreflight(http.Request))
            {
                Cors.Answer(http);
                return Task.CompletedTask;
            }

            Cors.Open(http);
        }

        return next(http);
    }

    private static Task Refuse(HttpContext http, string objection) =>
        http.GetEndpoint()?.Metadata.GetMetadata<AwsRefusal>()?.Make(http.Request.Head(), objection) is { } reply
            ? reply.Send(http)
            : TypedResults.Problem(objection, statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(http);

    private void Tell(HttpRequest request, string objection)
    {
        lock (_told)
        {
            if (_told.Count == MostTold || !_told.Add(objection))
            {
                return;
            }
        }

        Log.Refused(logger, request.Method, Excerpt.Of(request.Path.Value ?? ""), objection);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Method} {Path} was refused. {Objection}")]
        public static partial void Refused(ILogger logger, string method, string path, string objection);
    }
}

/// <summary>Adds the guard to the request pipeline. Call it after routing.</summary>
internal static class BrowserGuardSetup
{
    public static void UseBrowserGuard(this IApplicationBuilder app) => app.UseMiddleware<BrowserGuard>();
}
