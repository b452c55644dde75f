using System.Text.Json;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wire.Protocols;
using RollingDeploy.Host.Wire.Query;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Wire.Routing;

/// <summary>
/// Answers calls to other AWS services. <c>AWS_ENDPOINT_URL</c> sends the calls of every service here, such as S3 and IAM. The
/// answer is an error in a format that the client of that service can read, with a status that the client does not retry.
/// </summary>
internal sealed class Elsewhere(IReadOnlyList<Service> services)
{
    private readonly string _here = string.Join(", ", services.Select(service => service.Name));
    private readonly string _variables = Choice.AllOf([.. services.Select(service => service.EndpointVariable)]);

    /// <summary>Answers a request in one of our protocols to a service that RollingDeploy does not serve.</summary>
    public Reply Answer(Request request, IProtocol protocol, Target? target)
    {
        if (target is null)
        {
            return Answer(request);
        }

        var signing = Caller.SigningName(request.Head);
        var text = Text(signing ?? Named(request, target));
        return protocol is AwsQuery && (signing == "ec2" || request.Form.Find("Version"u8)?.Text == "2016-11-15")
            ? Ec2(request, request.Refusal = new AwsError("InvalidAction", text))
            : protocol.Fail(request, null, request.Refusal = new AwsError("UnknownOperationException", text));
    }

    /// <summary>Answers a request in another protocol: to the REST API of another service, or from a browser.</summary>
    public Reply Answer(Request request) => Caller.SigningName(request.Head) switch
    {
        null => NotFound(request),
        "s3" or "s3express" or "s3-outposts" => S3(request, request.Refusal = new AwsError("NotImplemented", Text("S3"))),
        var xml and ("route53" or "cloudfront") => RestXml(request, Text(xml)),
        var other => JsonReply.Error(request, null, request.Refusal = new AwsError("UnknownOperationException", Text(other)), "application/json"),
    };

    private static string Named(Request request, Target target) =>
        request.Head.Headers["X-Amz-Target"].ToString() is { Length: > 0 } header
            ? Excerpt.Of(header)
            : $"the service with the operation {Excerpt.Of(target.Operation)}";

    private string Text(string meant) =>
        $"RollingDeploy serves {_here}. "
        + (services.Any(service => service.SigningNames.Contains(meant))
            ? $"This call is signed for {meant}, but it names no operation that RollingDeploy serves. "
            : $"This call is for {meant}, which RollingDeploy does not serve. ")
        + "AWS_ENDPOINT_URL sends the calls of every service to this address. To send only the calls of these services, use "
        + $"{_variables} instead.";

    private static Reply RestXml(Request request, string text) =>
        new Reply(400, "text/xml", XmlAnswer.Error(request.Id, null, new("InvalidAction"), request.Refusal = new AwsError("InvalidAction", text)))
            .With("x-amzn-RequestId", request.Id);

    private static Reply S3(Request request, AwsError fault) => new Reply(400, "application/xml", XmlAnswer.Document(xml =>
    {
        xml.WriteStartElement("Error");
        xml.WriteElementString("Code", fault.Shape);
        xml.WriteElementString("Message", fault.Message);
        xml.WriteElementString("Resource", XmlValue.Clean(request.Head.Path.Value ?? "/"));
        xml.WriteElementString("RequestId", request.Id);
    })).With("x-amz-request-id", request.Id);

    private static Reply Ec2(Request request, AwsError fault) => new Reply(400, "text/xml", XmlAnswer.Document(xml =>
    {
        xml.WriteStartElement("Response");
        xml.WriteStartElement("Errors");
        xml.WriteStartElement("Error");
        xml.WriteElementString("Code", fault.Shape);
        xml.WriteElementString("Message", XmlValue.Clean(fault.Message));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteElementString("RequestID", request.Id);
    })).With("x-amzn-RequestId", request.Id);

    private static Reply NotFound(Request request) => new(404, "application/problem+json", JsonSerializer.SerializeToUtf8Bytes(
        new NotFoundProblem(
            $"There is no route for {request.Head.Method} at this path.",
            404,
            "/swagger lists the routes. AWS clients call operations with POST /. Other clients use POST /{service}/{Operation}.",
            request.Head.Path),
        WireProblems.Default.NotFoundProblem));
}
