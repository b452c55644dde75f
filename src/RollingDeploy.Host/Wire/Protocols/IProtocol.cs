using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wire.Bodies;

namespace RollingDeploy.Host.Wire.Protocols;

/// <summary>What a request asks for. No service: it is meant for one that is not here.</summary>
internal sealed record Target(Service? Service, string Operation);

/// <summary>One way to say requests, results and errors over HTTP.</summary>
internal interface IProtocol
{
    /// <summary>Whether the request is said in this protocol, by its headers, path and query string alone.</summary>
    bool Speaks(HttpRequest request);

    /// <summary>What the request asks for; null when it does not say. The body has been read.</summary>
    Target? Find(Request request);

    /// <summary>What counts the parts of a body while it is read; null where they are counted later, or cost nothing.</summary>
    BodyParts? Parts() => null;

    /// <summary>Reads the body within its limits.</summary>
    Task<ReadOnlyMemory<byte>> ReadBody(HttpRequest request, BodyReader bodies, CancellationToken aborted) =>
        bodies.Read(request, Parts(), aborted);

    /// <summary>Whose world the request speaks of; <paramref name="standardAccount"/> where it names none.</summary>
    Caller Identify(HttpRequest request, string standardAccount) => Caller.Signed(request, standardAccount);

    object Read(Request request, Operation operation);

    Reply Write(Request request, Service service, Operation operation, object? result);

    Reply Fail(Request request, Service? service, AwsError fault);
}
