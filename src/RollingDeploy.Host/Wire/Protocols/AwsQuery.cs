using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wire.Bodies;
using RollingDeploy.Host.Wire.Query;

namespace RollingDeploy.Host.Wire.Protocols;

/// <summary>
/// AWS query: a form with <c>Action=</c> and <c>Version=</c>, answered in XML
/// (https://smithy.io/2.0/aws/protocols/aws-query-protocol.html). A GET, which any web page can send with an image, only reads.
/// </summary>
internal sealed class AwsQuery(IReadOnlyList<Service> services) : IProtocol
{
    private const string ContentType = "text/xml";

    public bool Speaks(RequestHead request) =>
        request.Query.ContainsKey("Action")
        || (HttpMethods.IsPost(request.Method)
            && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true);

    public Target? Find(Request request)
    {
        if (request.Form.Find("Action"u8)?.Text is not { Length: > 0 } action)
        {
            return IsForUs(request.Head) ? throw new AwsError("MissingAction", "The request is missing an action or a required parameter.") : null;
        }

        var version = request.Form.Find("Version"u8)?.Text;
        var known = services.Where(service => service.Query is not null);
        var service = version is null
            ? ByName(known, action, Caller.SigningName(request.Head))
            : known.FirstOrDefault(service => service.Query!.Version == version);
        return HttpMethods.IsPost(request.Head.Method) || service?.Find(action) is not { IsReading: false }
            ? new Target(service, action)
            : throw new AwsError(
                "AccessDeniedException", $"{action} changes resources and cannot be called with {request.Head.Method}. Use POST.");
    }

    public BodyParts? Parts() => new FormParts();

    public object Read(Request request, Operation operation) => FormDocument.Read(request.Form, operation.Input);

    public Reply Write(Request request, Service service, Operation operation, object? result) =>
        new Reply(StatusCodes.Status200OK, ContentType, XmlAnswer.Result(request.Id, service.Query!.Namespace, operation, result))
            .With("x-amzn-RequestId", request.Id);

    public Reply Fail(Request request, Service? service, AwsError fault)
    {
        var row = (service?.Errors ?? Errors.ErrorTable.Framework).Find(fault.Shape);
        return new Reply(row.Status, ContentType, XmlAnswer.Error(request.Id, service?.Query?.Namespace, row, fault))
            .With("x-amzn-RequestId", request.Id);
    }

    // A form for another path is an upload to a bucket, and a form signed for another service is a call to that service.
    private bool IsForUs(RequestHead request) =>
        request.Path == "/"
        && (Caller.SigningName(request) is not { } name
            || services.Any(service => service.Query is not null && service.SigningNames.Contains(name)));

    // Requests that are written by hand have no Version. Then the signature or the name of the operation identifies the service.
    private static Service? ByName(IEnumerable<Service> services, string action, string? signingName) =>
        signingName is null
            ? services.FirstOrDefault(service => service.Find(action) is not null)
            : services.FirstOrDefault(service => service.SigningNames.Contains(signingName));
}
