using System.Formats.Cbor;
using RollingDeploy.Core;
using RollingDeploy.Host.Wire.Errors;

namespace RollingDeploy.Host.Wire.Protocols;

/// <summary>
/// Smithy's rpc-v2-cbor: <c>POST /service/{Service}/operation/{Operation}</c>. For now it only says, in CBOR, what to use instead
/// (https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html).
/// </summary>
internal sealed class RpcV2Cbor(IReadOnlyList<Service> services) : IProtocol
{
    private const string ContentType = "application/cbor";

    public bool Speaks(HttpRequest request) => Locate(request) is not null;

    public Target? Find(Request request) => Locate(request.Http);

    public object Read(Request request, Operation operation) => throw new AwsFault(
        "UnknownOperationException",
        "RollingDeploy does not speak rpc-v2-cbor yet: use a client that speaks AWS JSON (X-Amz-Target) or AWS query (Action=).");

    public Reply Write(Request request, Service service, Operation operation, object? result) =>
        throw new NotSupportedException("No request is read from CBOR, so none is answered.");

    public Reply Fail(Request request, Service? service, AwsFault fault)
    {
        var table = service?.Errors ?? ErrorTable.Framework;
        var row = table.Find(fault.Shape);
        var status = request.QueryMode ? row.Status : row.StatusWithoutQueryMode;
        var reply = new Reply(status, ContentType, Body(table.TypeOf(row), fault.Message))
            .With("smithy-protocol", "rpc-v2-cbor")
            .With("x-amzn-RequestId", request.Id);
        return request.QueryMode ? reply.With("x-amzn-query-error", $"{row.Code};{row.Party}") : reply;
    }

    private static byte[] Body(string type, string message)
    {
        var writer = new CborWriter();
        writer.WriteStartMap(2);
        writer.WriteTextString("__type");
        writer.WriteTextString(type);
        writer.WriteTextString("message");
        writer.WriteTextString(message);
        writer.WriteEndMap();
        return writer.Encode();
    }

    // The path may carry a prefix, and the service may be spelled with its namespace in front.
    private Target? Locate(HttpRequest request)
    {
        if (request.Path.Value?.Split('/') is not [.., "service", var name, "operation", var operation])
        {
            return null;
        }

        var prefix = name[(name.LastIndexOf('.') + 1)..];
        return new Target(services.FirstOrDefault(service => service.TargetPrefix == prefix), operation);
    }
}
