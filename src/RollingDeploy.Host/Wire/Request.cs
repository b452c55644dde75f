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

    /// <summary>The id of the answer's <c>x-amzn-RequestId</c>.</summary>
    public string Id { get; } = id;

    /// <summary>Decompressed. Empty until it has been read.</summary>
    public ReadOnlyMemory<byte> Body { get; set; }

    /// <summary>The form in the body, or in the query string when there is none.</summary>
    public FormNode Form =>
        _form ??= Query.Form.Parse(Body.IsEmpty ? Encoding.UTF8.GetBytes(Http.QueryString.Value?.TrimStart('?') ?? "") : Body);

    /// <summary>How it is said. This and what follows is found out on the way, and told by its line in the log.</summary>
    public IProtocol? Protocol { get; set; }

    /// <summary>Whose world it speaks of; null where it names no account or region that could be.</summary>
    public Caller? Caller { get; set; }

    /// <summary>What it asks for.</summary>
    public Target? Target { get; set; }

    /// <summary>The same, where it is here.</summary>
    public Operation? Operation { get; set; }

    /// <summary>Who asks.</summary>
    public Call? Call { get; set; }

    /// <summary>What was read from its body.</summary>
    public object? Input { get; set; }

    /// <summary>Why it was refused.</summary>
    public AwsError? Refusal { get; set; }

    public bool QueryMode => string.Equals(Http.Headers["x-amzn-query-mode"], "true", StringComparison.OrdinalIgnoreCase);
}
