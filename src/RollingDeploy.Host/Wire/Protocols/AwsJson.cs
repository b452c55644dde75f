using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wire.Bodies;
using RollingDeploy.Host.Wire.Json;

namespace RollingDeploy.Host.Wire.Protocols;

/// <summary>
/// AWS JSON 1.0 and 1.1: <c>POST /</c> with the operation in <c>X-Amz-Target</c>
/// (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html).
/// </summary>
internal sealed class AwsJson(IReadOnlyList<Service> services) : IProtocol
{
    private const string Header = "X-Amz-Target";

    public bool Speaks(RequestHead request) => request.Headers.ContainsKey(Header);

    public Target? Find(Request request)
    {
        var target = request.Head.Headers[Header].ToString();
        var dot = target.LastIndexOf('.');
        var prefix = dot < 0 ? "" : target[..dot];
        return new Target(services.FirstOrDefault(service => service.TargetPrefix == prefix), target[(dot + 1)..]);
    }

    public BodyParts? Parts() => new JsonParts();

    public object Read(Request request, Operation operation) => JsonBody.Read(request.Body, operation.Input);

    public Reply Write(Request request, Service service, Operation operation, object? result) =>
        JsonReply.Result(request, operation, result, ContentType(request, service));

    public Reply Fail(Request request, Service? service, AwsError fault) =>
        JsonReply.Error(request, service, fault, ContentType(request, service));

    // For a service that RollingDeploy does not serve, the response has the same version as the request.
    private static string ContentType(Request request, Service? service)
    {
        var spoken = request.Head.ContentType?.Contains("json-1.0", StringComparison.Ordinal) == true ? "1.0" : "1.1";
        return $"application/x-amz-json-{service?.JsonVersion ?? spoken}";
    }
}
