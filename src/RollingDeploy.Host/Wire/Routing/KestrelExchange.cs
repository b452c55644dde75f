using Microsoft.AspNetCore.Http.Features;

namespace RollingDeploy.Host.Wire.Routing;

/// <summary>Reads requests from the web server and sends replies to it.</summary>
internal static class KestrelExchange
{
    public static RequestHead Head(this HttpRequest request) =>
        new(request.Method, request.Path, request.QueryString, request.Headers) { Query = request.Query };

    public static Request ToRequest(this HttpContext http)
    {
        // The limit of the web server must not apply, because it closes the connection without a response.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            server.MaxRequestBodySize = null;
        }

        return new Request(http.Request.Head(), http.Request.BodyReader);
    }

    public static async Task Send(this Reply reply, HttpContext http)
    {
        var (response, aborted) = (http.Response, http.RequestAborted);
        response.StatusCode = reply.Status;
        response.ContentType = reply.ContentType;
        response.ContentLength = reply.Stream is null ? reply.Body.Length : null;
        foreach (var (name, value) in reply.Headers)
        {
            response.Headers[name] = value;
        }

        if (reply.Stream is not null)
        {
            await reply.Stream(response.Body, aborted);
        }
        else if (!HttpMethods.IsHead(http.Request.Method))
        {
            await response.Body.WriteAsync(reply.Body, aborted);
        }
    }
}
