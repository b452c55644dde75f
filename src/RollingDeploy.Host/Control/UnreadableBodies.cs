using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;

namespace RollingDeploy.Host.Control;

/// <summary>The longest body that a route reads, in bytes.</summary>
internal sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;

/// <summary>
/// Adds problem details to ASP.NET's answers to bodies that it cannot read. ASP.NET itself sends only a status.
/// </summary>
internal static class UnreadableBodies
{
    public static Task Explain(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var limit = http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize;
        string? detail = http.Response.StatusCode switch
        {
            StatusCodes.Status400BadRequest => "The request body could not be read.",
            StatusCodes.Status408RequestTimeout => "The request body arrived too slowly.",
            StatusCodes.Status413PayloadTooLarge => $"The request body is larger than {limit} bytes.",
            _ => null,
        };
        return TypedResults.Problem(detail, statusCode: http.Response.StatusCode).ExecuteAsync(http);
    }
}
