using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wire.Bodies;
using RollingDeploy.Host.Wire.Json;

namespace RollingDeploy.Host.Wire.Protocols;

/// <summary>
/// The JSON routes of RollingDeploy: <c>POST /sagemaker/{Operation}?account=&amp;region=</c> with AWS's JSON and no special
/// headers.
/// </summary>
internal sealed class PlainRoute(IReadOnlyList<Service> services) : IProtocol
{
    private const string ContentType = "application/json";

    public bool Speaks(RequestHead request) => HttpMethods.IsPost(request.Method) && Locate(request) is not null;

    public Target? Find(Request request) => Locate(request.Head);

    public Caller Identify(RequestHead request, string standardAccount) => Caller.Named(request, standardAccount);

    public BodyParts? Parts() => new JsonParts();

    public object Read(Request request, Operation operation) => JsonBody.Read(request.Body, operation.Input);

    public Reply Write(Request request, Service service, Operation operation, object? result) =>
        JsonReply.Result(request, operation, result, ContentType);

    public Reply Fail(Request request, Service? service, AwsError fault) => JsonReply.Error(request, service, fault, ContentType);

    // A request that is signed for another service is for a bucket or a resource of this name.
    private Target? Locate(RequestHead request) =>
        request.Path.Value?.Split('/') is ["", var route, var operation]
        && services.FirstOrDefault(known => string.Equals(known.Route, route, StringComparison.OrdinalIgnoreCase)) is { } service
        && (Caller.SigningName(request) is not { } signed || service.SigningNames.Contains(signed))
            ? new Target(service, operation)
            : null;
}
