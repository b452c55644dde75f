using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Hosting.Settings;
using RollingDeploy.Host.Wording;
using RollingDeploy.Storage;

namespace RollingDeploy.Host.Control;

/// <summary>
/// An error on our own routes: its HTTP status, what is wrong and how to correct it, and the field that is wrong.
/// </summary>
internal sealed class ProblemException(int status, string detail, string? field = null) : Exception(detail)
{
    public int Status { get; } = status;

    public string? Field { get; } = field;

    public static ProblemException Bad(string field, string detail) => new(StatusCodes.Status400BadRequest, detail, field);
}

/// <summary>Turns every exception on our own routes into problem details (RFC 9457), without a stack trace.</summary>
internal sealed partial class ProblemHandler(Worlds worlds, ILogger<ProblemHandler> logger) : IExceptionHandler
{
    // In characters. It keeps the detail short even if it quotes a long value of the request.
    private const int MostShown = 2000;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, detail, field) = Describe(exception, httpContext.Request);

        // The Accept header is ignored: an error in another format than requested is better than no error.
        KeyValuePair<string, object?>[] extensions = field is null ? [] : [new("field", field)];
        await TypedResults.Problem(Excerpt.Of(detail, MostShown), statusCode: status, extensions: extensions)
            .ExecuteAsync(httpContext);
        return true;
    }

    /// <summary>
    /// Returns what an exception means for a caller. An exception that is not expected is an internal error, and is logged.
    /// </summary>
    public (int Status, string Detail, string? Field) Describe(Exception exception, HttpRequest request)
    {
        var described = exception switch
        {
            ProblemException problem => (problem.Status, problem.Message, problem.Field),
            MissingException missing => (
                StatusCodes.Status404NotFound, Whereabouts.Tell(missing, request, worlds), (string?)null),
            BusyException busy => (StatusCodes.Status409Conflict, busy.Message, null),
            StartUpException seeds => (StatusCodes.Status409Conflict, seeds.Message, null),
            OperationCanceledException => (503, "The call was canceled, or RollingDeploy is stopping.", null),
            StateStoreException lost => (StatusCodes.Status503ServiceUnavailable, lost.Message, null),
            AwsError { Shape: "ServiceUnavailable" } lost => (StatusCodes.Status503ServiceUnavailable, lost.Message, null),
            AwsError fault => (StatusCodes.Status400BadRequest, fault.Message, fault.Parameter),
            BadHttpRequestException { InnerException: JsonException json } =>
                (StatusCodes.Status400BadRequest, Explain(json), Field(json)),
            BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } =>
                (StatusCodes.Status400BadRequest, "The request body must be a JSON object. /swagger shows its members.", (string?)null),
            BadHttpRequestException bad => (bad.StatusCode, bad.Message, null),
            _ => (StatusCodes.Status500InternalServerError, "RollingDeploy failed to process the request. See its log for details.", null),
        };
        if (described.Item1 == StatusCodes.Status500InternalServerError)
        {
            Log.Failed(logger, exception, request.Path);
        }

        return described;
    }

    private static string? Field(JsonException json) => json.Path is null or "$" ? null : Excerpt.Of(json.Path.TrimStart('$', '.'));

    // The messages of the JSON reader name .NET types. Users need to know which member is wrong and what is expected there.
    private static string Explain(JsonException json) =>
        json.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal)
            ? $"Unknown member '{Field(json)}'. /swagger lists the members of this request."
            : json.Message.StartsWith("Duplicate propert", StringComparison.Ordinal) ? $"The member '{Field(json)}' appears twice."
            : json is UnknownWordException unknown ? unknown.Sentence(Field(json))
            : Field(json) is { } field
                ? $"The value of '{field}' has the wrong type (line {json.LineNumber + 1}, byte {json.BytePositionInLine}). See /swagger."
                : $"The request body is not a valid JSON object (line {json.LineNumber + 1}, byte {json.BytePositionInLine}).";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The request to {Path} failed")]
        public static partial void Failed(ILogger logger, Exception error, string path);
    }
}
