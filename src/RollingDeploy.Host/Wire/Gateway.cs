using System.Diagnostics;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Terminal;
using RollingDeploy.Host.Wire.Bodies;
using RollingDeploy.Host.Wire.Protocols;
using RollingDeploy.Host.Wire.Validation;

namespace RollingDeploy.Host.Wire;

/// <summary>
/// Handles every AWS request: finds the protocol, reads and validates the body, calls the handler of the operation, and writes
/// the response. Errors are written in the protocol of the caller.
/// </summary>
internal sealed partial class Gateway
{
    private readonly IReadOnlyList<Service> _services;
    private readonly IProtocol[] _protocols;
    private readonly Elsewhere _elsewhere;
    private readonly BodyReader _bodies;
    private readonly WireOptions _options;
    private readonly CallLines _lines;
    private readonly ILogger<Gateway> _logger;
    private readonly Notices _notices;

    public Gateway(IReadOnlyList<Service> services, IOptions<WireOptions> options, CallLines lines, ILogger<Gateway> logger)
    {
        _services = services;
        // The most specific protocol first: curl sends the content type of a form to the JSON routes too.
        _protocols =
        [
            new RpcV2Cbor(services), new AwsJson(services), new RestJson(services, options.Value.MaxPayloadBytes),
            new PlainRoute(services), new AwsQuery(services),
        ];
        _elsewhere = new Elsewhere(services);
        _bodies = new BodyReader(options.Value.MaxBodyBytes);
        _options = options.Value;
        _lines = lines;
        _logger = logger;
        _notices = new Notices(logger);
    }

    public async Task Handle(HttpContext http)
    {
        var began = Stopwatch.GetTimestamp();
        var request = new Request(http.Request, Guid.NewGuid().ToString());
        Reply? reply = null;
        try
        {
            reply = await Answer(http, request);
            await reply.Send(http.Response, http.RequestAborted);
        }
        catch (Exception gone) when (IsGone(gone, http))
        {
            Log.Aborted(_logger, gone, http.Request.Path);
        }
        finally
        {
            // Logged after the response is sent, so that the caller does not wait for the log.
            if (reply is not null)
            {
                _lines.Write(request, reply, began);
            }
        }
    }

    /// <summary>Makes an error response before the body is read; null if the request is not in a protocol of AWS.</summary>
    public Reply? Refusal(HttpRequest http, string text) =>
        Array.Find(_protocols, candidate => candidate.Speaks(http))?.Fail(
            new Request(http, Guid.NewGuid().ToString()), Signed(http), new AwsError("AccessDeniedException", text)) is { } reply
            ? reply with { Status = StatusCodes.Status403Forbidden }
            : null;

    private async Task<Reply> Answer(HttpContext http, Request request)
    {
        var protocol = Array.Find(_protocols, candidate => candidate.Speaks(http.Request));
        if (protocol is null)
        {
            return _elsewhere.Answer(request);
        }

        request.Protocol = protocol;
        request.Caller = CallerOf(protocol, http.Request);
        return (await Answer(http, request, protocol)).About(request.Caller);
    }

    // Null if the account or region is not valid. The request is refused later, in the protocol of the caller.
    private Caller? CallerOf(IProtocol protocol, HttpRequest request)
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

    private async Task<Reply> Answer(HttpContext http, Request request, IProtocol protocol)
    {
        Target? target = null;
        try
        {
            request.Body = await protocol.ReadBody(http.Request, _bodies, http.RequestAborted);
            request.Target = target = protocol.Find(request);
            return target?.Service is { } service
                ? await Invoke(protocol, request, service, target.Operation, http)
                : _elsewhere.Answer(request, protocol, target);
        }
        catch (OperationCanceledException stopping) when (!IsGone(stopping, http))
        {
            return Refuse(protocol, request, target, new AwsError("ServiceUnavailable", "RollingDeploy is stopping."));
        }
        catch (Exception problem) when (problem is AwsError || !IsGone(problem, http))
        {
            return Refuse(protocol, request, target, problem);
        }
    }

    // A read can find out that the connection was reset before RequestAborted is canceled.
    private static bool IsGone(Exception problem, HttpContext http) =>
        problem is ConnectionResetException or ConnectionAbortedException || http.RequestAborted.IsCancellationRequested;

    // An exception that is not an AwsError is an internal error.
    private Reply Refuse(IProtocol protocol, Request request, Target? target, Exception problem)
    {
        var service = target?.Service ?? Signed(request.Http);
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

        Log.Failed(_logger, problem, request.Http.Path, target?.Operation, request.Id);
        var text = $"RollingDeploy failed to process the request. See its log for request ID {request.Id}.";
        return protocol.Fail(request, service, request.Refusal = new AwsError("InternalFailure", text));
    }

    // If the body cannot be read, the operation is unknown. The signature still names the service, whose errors the client knows.
    private Service? Signed(HttpRequest request) =>
        Caller.SigningName(request) is { } name ? _services.FirstOrDefault(service => service.SigningNames.Contains(name)) : null;

    private async Task<Reply> Invoke(IProtocol protocol, Request request, Service service, string name, HttpContext http)
    {
        var operation = service.Find(name) ?? throw new AwsError(
            "UnknownOperationException",
            $"RollingDeploy does not serve the operation {Excerpt.Of(name)} of {service.Name}; /swagger lists those that it serves.");
        request.Operation = operation;
        Loop.Refuse(request.Http);
        BodyReader.Require(request.Body, operation.MostBytes);
        var caller = request.Caller ?? protocol.Identify(request.Http, _options.StandardAccount);
        var call = new Call(caller.Account, caller.Region, request.Id, http.RequestServices.GetRequiredService<Worlds>());
        request.Call = call;
        await call.CompleteLeap(http.RequestAborted);
        call.RequireServed(service, operation);
        var input = request.Input = protocol.Read(request, operation);
        if (service.TellsUnknownMembers)
        {
            _notices.TellUnknown(request.Body, operation);
        }

        try
        {
            RequestValidator.Validate(input, operation.Input, _options.StrictEnumerations);
            await operation.Prepare(input, call);
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

        [LoggerMessage(2, LogLevel.Debug, "The caller of {Path} closed the connection")]
        public static partial void Aborted(ILogger logger, Exception gone, string path);
    }
}
