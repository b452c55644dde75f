using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Control;

/// <summary>A refusal on our own routes: what was wrong, in which field, and what would be right.</summary>
internal sealed class ProblemException(int status, string detail, string? field = null) : Exception(detail)
{
    public int Status { get; } = status;

    public string? Field { get; } = field;

    public static ProblemException Bad(string field, string detail) => new(StatusCodes.Status400BadRequest, detail, field);
}

/// <summary>Turns whatever goes wrong on our own routes into problem details (RFC 9457), never a stack trace.</summary>
internal sealed partial class ProblemHandler(Worlds worlds, ILogger<ProblemHandler> logger) : IExceptionHandler
{
    // Characters of a sentence: whatever it quotes of a body, it stays short.
    private const int MostShown = 2000;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, detail, field) = exception switch
        {
            ProblemException problem => (problem.Status, problem.Message, problem.Field),
            MissingException missing => (
                StatusCodes.Status404NotFound, Whereabouts.Tell(missing, httpContext.Request, worlds), (string?)null),
            BusyException busy => (StatusCodes.Status409Conflict, busy.Message, null),
            OperationCanceledException => (StatusCodes.Status503ServiceUnavailable, "The call was given up, or RollingDeploy is stopping.", null),
            AwsError fault => (StatusCodes.Status400BadRequest, fault.Message, fault.Parameter),
            BadHttpRequestException { InnerException: JsonException json } =>
                (StatusCodes.Status400BadRequest, Explain(json), Field(json)),
            BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } =>
                (StatusCodes.Status400BadRequest, "A JSON object belongs in the body; /swagger shows which.", (string?)null),
            BadHttpRequestException bad => (bad.StatusCode, bad.Message, null),
            _ => (StatusCodes.Status500InternalServerError, "RollingDeploy failed to process the request; its log tells more.", null),
        };
        if (status == StatusCodes.Status500InternalServerError)
        {
            Log.Failed(logger, exception, httpContext.Request.Path);
        }

        // Written whatever the caller says it accepts: an error in another format than asked for is better than none.
        KeyValuePair<string, object?>[] extensions = field is null ? [] : [new("field", field)];
        await TypedResults.Problem(Excerpt.Of(detail, MostShown), statusCode: status, extensions: extensions)
            .ExecuteAsync(httpContext);
        return true;
    }

    private static string? Field(JsonException json) => json.Path is null or "$" ? null : Excerpt.Of(json.Path.TrimStart('$', '.'));

    // The reader's own sentences name .NET types; what a user needs is where, and what kind of thing belongs there.
    private static string Explain(JsonException json) =>
        json.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal)
            ? $"There is no member {Field(json)} here."
            : json.Message.StartsWith("Duplicate propert", StringComparison.Ordinal) ? $"The member {Field(json)} is there twice."
            : json.Message.StartsWith(WordConverter<FleetSide>.Mark, StringComparison.Ordinal) ? $"The value of {Field(json)} is no word for it: {json.Message}."
            : Field(json) is { } field
                ? $"The value of {field} is not of the type that belongs there (line {json.LineNumber + 1}, byte {json.BytePositionInLine})."
                : $"The body is not the JSON object that belongs here (line {json.LineNumber + 1}, byte {json.BytePositionInLine}).";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Path} failed")]
        public static partial void Failed(ILogger logger, Exception error, string path);
    }
}
