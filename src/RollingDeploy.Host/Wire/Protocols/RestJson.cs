using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wire.Bodies;
using RollingDeploy.Host.Wire.Rest;

namespace RollingDeploy.Host.Wire.Protocols;

/// <summary>
/// REST JSON: the operation is in the path, and its members are in the path, headers and body
/// (https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html). A call can have <c>?account=&amp;region=</c>, so that curl
/// and Swagger UI can use the same routes without a signature.
/// </summary>
internal sealed class RestJson(IReadOnlyList<Service> services, int payloadLimit) : IProtocol
{
    private readonly BodyReader _payloads = new(payloadLimit, isPayload: true);

    public bool Speaks(RequestHead request) => Locate(request) is not null;

    public Target? Find(Request request) => Locate(request.Head);

    public Caller Identify(RequestHead request, string standardAccount) => Caller.Named(request, standardAccount);

    public Task<ReadOnlyMemory<byte>> ReadBody(Request request, BodyReader bodies, CancellationToken aborted) =>
        _payloads.Read(request.Head.Headers, request.Incoming, null, aborted);

    public object Read(Request request, Operation operation) => RestInput.Read(request, operation);

    public Reply Write(Request request, Service service, Operation operation, object? result) =>
        RestAnswer.Result(request, operation, result!);

    public Reply Fail(Request request, Service? service, AwsError fault) =>
        RestAnswer.Error(request, Locate(request.Head)?.Service, fault);

    // A request that is signed for another service is for an object or a resource of this name.
    private Target? Locate(RequestHead request) => !HttpMethods.IsPost(request.Method) ? null : (
        from service in services
        from operation in service.Operations
        where operation.Route?.Match(request.Path) is not null
            && (Caller.SigningName(request) is not { } signed || service.SigningNames.Contains(signed))
        select new Target(service, operation.Name)).FirstOrDefault();
}
