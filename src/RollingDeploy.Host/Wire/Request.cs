using System.Text;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wire.Protocols;
using RollingDeploy.Host.Wire.Query;

namespace RollingDeploy.Host.Wire;

/// <summary>A request whose body is in memory.</summary>
internal sealed class Request(HttpRequest http, string id)
{
    private FormNode? _form;

    public HttpRequest Http { get; } = http;

    /// <summary>The request ID, which the response has in <c>x-amzn-RequestId</c>.</summary>
    public string Id { get; } = id;

    /// <summary>The decompressed body. It is empty until it has been read.</summary>
    public ReadOnlyMemory<byte> Body { get; set; }

    /// <summary>The form in the body, or in the query string if there is no body.</summary>
    public FormNode Form =>
        _form ??= Query.Form.Parse(Body.IsEmpty ? Encoding.UTF8.GetBytes(Http.QueryString.Value?.TrimStart('?') ?? "") : Body);

    /// <summary>
    /// The protocol. This and the following properties are set while the request is processed. The log line shows them.
    /// </summary>
    public IProtocol? Protocol { get; set; }

    /// <summary>The account and the region; null if they are not valid.</summary>
    public Caller? Caller { get; set; }

    /// <summary>The service and the operation that the request names.</summary>
    public Target? Target { get; set; }

    /// <summary>The operation; null if RollingDeploy does not serve it.</summary>
    public Operation? Operation { get; set; }

    /// <summary>The call that the handler gets.</summary>
    public Call? Call { get; set; }

    /// <summary>The input record that was read from the body.</summary>
    public object? Input { get; set; }

    /// <summary>The error of the response; null if there is none.</summary>
    public AwsError? Refusal { get; set; }

    public bool QueryMode => string.Equals(Http.Headers["x-amzn-query-mode"], "true", StringComparison.OrdinalIgnoreCase);
}
