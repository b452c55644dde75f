using Microsoft.Net.Http.Headers;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wire.Cbor;

namespace RollingDeploy.Host.Wire.Protocols;

/// <summary>
/// Smithy's rpc-v2-cbor: <c>POST /service/{Service}/operation/{Operation}</c>
/// (https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html).
/// </summary>
internal sealed class RpcV2Cbor(IReadOnlyList<Service> services) : IProtocol
{
    private const string Header = "Smithy-Protocol";
    private const string Name = "rpc-v2-cbor";
    private const string ContentType = "application/cbor";

    // Without the header, the path must name a service with this protocol: an object in a bucket can be called
    // /service/a/operation/b.
    public bool Speaks(RequestHead request) => request.Headers.TryGetValue(Header, out var spoken)
        ? spoken == Name
        : Locate(request) is { Service: not null };

    public Target? Find(Request request)
    {
        if (request.Head.Headers.ContainsKey("X-Amz-Target") || request.Head.Headers.ContainsKey("X-Amzn-Target"))
        {
            throw new AwsError("SerializationException", $"A request in {Name} must not have the header X-Amz-Target or X-Amzn-Target.");
        }

        return Locate(request.Head) ?? throw new AwsError(
            "UnknownOperationException", $"A request in {Name} is a POST to /service/{{Service}}/operation/{{Operation}}.");
    }

    public object Read(Request request, Operation operation)
    {
        if (!request.Body.IsEmpty && !IsCbor(request.Head.ContentType))
        {
            throw new AwsError("UnsupportedMediaTypeException", $"The Content-Type of a request in {Name} must be {ContentType}.");
        }

        return CborDocument.Read(request.Body, operation.Input);
    }

    public Reply Write(Request request, Service service, Operation operation, object? result)
    {
        var reply = operation.Output is { } output
            ? new Reply(StatusCodes.Status200OK, ContentType, CborAnswer.Result(result!, output))
            : new Reply(StatusCodes.Status200OK, null, ReadOnlyMemory<byte>.Empty);
        return reply.With(Header, Name).With("x-amzn-RequestId", request.Id);
    }

    public Reply Fail(Request request, Service? service, AwsError fault)
    {
        var error = new SpelledError(request, service, fault);
        return error.Under(ContentType, CborAnswer.Error(error.AbsoluteType, error.Members)).With(Header, Name);
    }

    private static bool IsCbor(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var parsed)
        && parsed.MediaType.Equals(ContentType, StringComparison.OrdinalIgnoreCase);

    // The path may have a prefix, and the service may have its namespace before its name.
    private Target? Locate(RequestHead request)
    {
        if (!HttpMethods.IsPost(request.Method)
            || request.Path.Value?.Split('/') is not [.., "service", var name, "operation", var operation])
        {
            return null;
        }

        var prefix = name[(name.LastIndexOf('.') + 1)..];
        return new Target(services.FirstOrDefault(service => service.SpeaksCbor && service.TargetPrefix == prefix), operation);
    }
}
