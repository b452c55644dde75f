using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>
/// The OpenAPI document as bytes, plain and compressed. It does not change while the host runs, so it is made once, at the first
/// request. Its entity tag tells clients that they have it already.
/// </summary>
internal sealed class OpenApiPage(IServiceProvider services, IOptions<WireOptions> options)
{
    /// <summary>The name of the only document.</summary>
    public const string Name = "v1";

    private static readonly string[] Encodings = ["br", "gzip"];
    private static readonly JsonWriterOptions Legible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _lock = new();
    private Task<Dictionary<string, Form>>? _made;

    public async Task<IResult> Answer(HttpContext http)
    {
        var forms = await Made();
        var encoding = Chosen(http.Request);
        var form = forms[encoding];
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        http.Response.Headers.CacheControl = "no-cache";
        if (encoding.Length > 0)
        {
            http.Response.Headers.ContentEncoding = encoding;
        }

        return TypedResults.Bytes(form.Bytes, "application/json; charset=utf-8", entityTag: form.Tag);
    }

    // Selects the encoding with the highest quality, and of equal ones the one with the shortest body; empty if the client
    // accepts none.
    private static string Chosen(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        double QualityOf(string name) => (accepted.FirstOrDefault(
            each => each.Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? accepted.FirstOrDefault(each => each.Value == "*")) is { } found ? found.Quality ?? 1 : 0;
        return Encodings.Select(name => (Name: name, Quality: QualityOf(name)))
            .Where(each => each.Quality > 0)
            .OrderByDescending(each => each.Quality)
            .Select(each => each.Name)
            .FirstOrDefault("");
    }

    private Task<Dictionary<string, Form>> Made()
    {
        lock (_lock)
        {
            // A failure is not stored, so that the next request tries again.
            return _made is null or { IsFaulted: true } ? _made = Make() : _made;
        }
    }

    private async Task<Dictionary<string, Form>> Make()
    {
        await using var scope = services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name)
            .GetOpenApiDocumentAsync();
        var json = JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1))!;
        RecordedAnswers.Show(json, options.Value.StandardAccount);
        using var plain = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(plain, Legible))
        {
            json.WriteTo(writer);
        }

        var bytes = plain.ToArray();
        return new()
        {
            [""] = Form.Of(bytes),
            ["gzip"] = Form.Of(Compressed(bytes, body => new GZipStream(body, CompressionLevel.Optimal))),
            ["br"] = Form.Of(Compressed(bytes, body => new BrotliStream(body, CompressionLevel.Optimal))),
        };
    }

    private static byte[] Compressed(byte[] bytes, Func<Stream, Stream> compression)
    {
        using var body = new MemoryStream();
        using (var compressed = compression(body))
        {
            compressed.Write(bytes);
        }

        return body.ToArray();
    }

    private sealed record Form(byte[] Bytes, EntityTagHeaderValue Tag)
    {
        public static Form Of(byte[] bytes) =>
            new(bytes, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\""));
    }
}
