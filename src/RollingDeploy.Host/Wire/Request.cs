using System.IO.Pipelines;
using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Host.Wire;

/// <summary>A request, with what becomes known about it while it is processed.</summary>
/// <param name="head">The parts before the body.</param>
/// <param name="incoming">The body as it arrives.</param>
internal sealed class Request(RequestHead head, PipeReader incoming)
{
    private object? _parsed;

    public RequestHead Head { get; } = head;

    /// <summary>The body as it arrives.</summary>
    public PipeReader Incoming { get; } = incoming;

    /// <summary>The request ID, which the response has in <c>x-amzn-RequestId</c>.</summary>
    public string Id { get; } = Guid.NewGuid().ToString();

    /// <summary>The decompressed body. It is empty until it has been read.</summary>
    public ReadOnlyMemory<byte> Body { get; set; }

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

    public bool QueryMode => string.Equals(Head.Headers["x-amzn-query-mode"], "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the body in the form of its protocol. It is parsed once.</summary>
    public T Parsed<T>(Func<Request, T> parse)
        where T : class => (T)(_parsed ??= parse(this));
}
