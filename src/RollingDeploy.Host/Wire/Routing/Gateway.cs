using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Wire.Bodies;
using RollingDeploy.Host.Wire.Protocols;
using RollingDeploy.Host.Wire.Validation;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Wire.Routing;

/// <summary>
/// Handles every AWS request: finds the protocol, reads and validates the body, calls the handler of the operation, and writes
/// the response. Errors are written in the protocol of the caller.
/// </summary>
internal sealed partial class Gateway
{
    private readonly Service[] _services;
    private readonly IProtocol[] _protocols;
    private readonly Elsewhere _elsewhere;
    private readonly BodyReader _bodies;
    private readonly WireOptions _options;
    private readonly Worlds _worlds;
    private readonly IServerPings _pings;
    private readonly ILogger<Gateway> _logger;
    private readonly Notices _notices;

    public Gateway(
        IEnumerable<Service> services, IOptions<WireOptions> options, Worlds worlds, IServerPings pings, ILogger<Gateway> logger)
    {
        _services = [.. services];
        // The most specific protocol first: curl sends the content type of a form to the JSON routes too.
        _protocols =
        [
            new RpcV2Cbor(_services), new AwsJson(_services), new RestJson(_services, options.Value.MaxPayloadBytes),
            new PlainRoute(_services), new AwsQuery(_services),
        ];
        _elsewhere = new Elsewhere(_services);
        _bodies = new BodyReader(options.Value.MaxBodyBytes);
        _options = options.Value;
        _worlds = worlds;
        _pings = pings;
        _logger = logger;
        _notices = new Notices(logger);
    }

    /// <summary>Answers a request. <paramref name="aborted"/> is canceled when the caller has disconnected.</summary>
    /// <exception cref="OperationCanceledException">The caller has disconnected.</exception>
    public async Task<Reply> Answer(Request request, CancellationToken aborted)
    {
        var protocol = Array.Find(_protocols, candidate => candidate.Speaks(request.Head));
        if (protocol is null)
        {
            return _elsewhere.Answer(request);
        }

        request.Protocol = protocol;
        request.Caller = CallerOf(protocol, request.Head);

        // A reply leaves only when everything that it shows is kept.
        var kept = await _worlds.Journal.Wait();
        _worlds.Journal.Begin(kept);
        var reply = await Answer(request, protocol, aborted);
        try
        {
            await _worlds.Journal.Kept(kept);
        }
        catch (AwsError lost)
        {
            reply = Refuse(protocol, request, request.Target, lost);
        }

        return reply.About(request.Caller);
    }

    /// <summary>Makes an error response before the body is read; null if the request is not in a protocol of AWS.</summary>
    public Reply? Refusal(RequestHead head, string text) =>
        Array.Find(_protocols, candidate => candidate.Speaks(head))?.Fail(
            new Request(head, PipeReader.Create(ReadOnlySequence<byte>.Empty)),
            Signed(head),
            new AwsError("AccessDeniedException", text)) is { } reply
            ? reply with { Status = StatusCodes.Status403Forbidden }
            : null;

    /// <summary>
    /// Returns whether an exception means that the caller has disconnected. A read can find out that the connection was reset
    /// before <paramref name="aborted"/> is canceled.
    /// </summary>
    public static bool IsGone(Exception problem, CancellationToken aborted) =>
        problem is ConnectionResetException or ConnectionAbortedException || aborted.IsCancellationRequested;

    // Null if the account or region is not valid. The request is refused later, in the protocol of the caller.
    private Caller? CallerOf(IProtocol protocol, RequestHead request)
    {
        try
        {
            return protocol.Identify(request, _options.StandardAccount);
        }
        catch (AwsError)
        {
            return null;
        }
    }

    private async Task<Reply> Answer(Request request, IProtocol protocol, CancellationToken aborted)
    {
        Target? target = null;
        try
        {
            request.Body = await protocol.ReadBody(request, _bodies, aborted);
            request.Target = target = protocol.Find(request);
            return target?.Service is { } service
                ? await Invoke(protocol, request, service, target.Operation, aborted)
                : _elsewhere.Answer(request, protocol, target);
        }
        catch (OperationCanceledException stopping) when (!IsGone(stopping, aborted))
        {
            return Refuse(protocol, request, target, new AwsError("ServiceUnavailable", "RollingDeploy is stopping."));
        }
        catch (Exception problem) when (problem is AwsError || !IsGone(problem, aborted))
        {
            return Refuse(protocol, request, target, problem);
        }
    }

    // An exception that is not an AwsError is an internal error.
    private Reply Refuse(IProtocol protocol, Request request, Target? target, Exception problem)
    {
        var service = target?.Service ?? Signed(request.Head);
        try
        {
            if (problem is AwsError fault)
            {
                request.Refusal = fault;
                return protocol.Fail(request, service, fault);
            }
        }
        catch (Exception untold)
        {
            problem = untold;
        }

        Log.Failed(_logger, problem, request.Head.Path, target?.Operation, request.Id);
        var text = $"RollingDeploy failed to process the request. See its log for request ID {request.Id}.";
        return protocol.Fail(request, service, request.Refusal = new AwsError("InternalFailure", text));
    }

    // If the body cannot be read, the operation is unknown. The signature still names the service, whose errors the client knows.
    private Service? Signed(RequestHead request) =>
        Caller.SigningName(request) is { } name ? _services.FirstOrDefault(service => service.SigningNames.Contains(name)) : null;

    private async Task<Reply> Invoke(IProtocol protocol, Request request, Service service, string name, CancellationToken aborted)
    {
        var operation = service.Find(name) ?? throw new AwsError(
            "UnknownOperationException",
            $"RollingDeploy does not serve the operation {Excerpt.Of(name)} of {service.Name}; /swagger lists those that it serves.");
        request.Operation = operation;
        Loop.Refuse(request.Head);
        BodyReader.Require(request.Body, operation.MostBytes);
        var caller = request.Caller ?? protocol.Identify(request.Head, _options.StandardAccount);
        var call = request.Call = new Call(caller, request.Id, _worlds, _pings)
        {
            Session = operation.IsUnsigned ? null : TemporarySession.Of(request.Head, _worlds.Wall, service.Errors),
        };
        await call.CompleteLeap(aborted);
        call.RequireServed(service, operation);
        var input = request.Input = protocol.Read(request, operation);
        if (service.TellsUnknownMembers)
        {
            _notices.TellUnknown(request.Body, operation);
        }

        try
        {
            RequestValidator.Validate(input, operation.Input, _options.StrictEnumerations);
            return _notices.Warned(protocol.Write(request, service, operation, await operation.Invoke(input, call)), call, name);
        }
        catch (AwsError fault)
        {
            // Not in an exception filter, which would run while the command still holds the lock of the world.
            _notices.Explain(service.Explain(input, call, fault), call, name);
            throw;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Operation} at {Path} failed (request {RequestId})")]
        public static partial void Failed(ILogger logger, Exception error, string path, string? operation, string requestId);
    }
}
