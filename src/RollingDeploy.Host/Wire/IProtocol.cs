using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wire.Bodies;

namespace RollingDeploy.Host.Wire;

/// <summary>The service and the operation that a request names. The service is null if RollingDeploy does not serve it.</summary>
internal sealed record Target(Service? Service, string Operation);

/// <summary>A protocol for requests, responses and errors over HTTP.</summary>
internal interface IProtocol
{
    /// <summary>Returns whether a request is in this protocol, judging by its headers, path and query string.</summary>
    bool Speaks(RequestHead request);

    /// <summary>Returns the service and operation of a request; null if it names none. The body has been read.</summary>
    Target? Find(Request request);

    /// <summary>Returns a counter for the parts of a body; null if they are counted later or need not be counted.</summary>
    BodyParts? Parts() => null;

    /// <summary>Reads the body and checks its limits.</summary>
    Task<ReadOnlyMemory<byte>> ReadBody(Request request, BodyReader bodies, CancellationToken aborted) =>
        bodies.Read(request.Head.Headers, request.Incoming, Parts(), aborted);

    /// <summary>
    /// Returns the account and region of a request. <paramref name="standardAccount"/> is the account if it names none.
    /// </summary>
    Caller Identify(RequestHead request, string standardAccount) => Caller.Signed(request, standardAccount);

    object Read(Request request, Operation operation);

    Reply Write(Request request, Service service, Operation operation, object? result);

    Reply Fail(Request request, Service? service, AwsError fault);
}
