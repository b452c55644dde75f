using System.Text.Json.Nodes;
using RollingDeploy.Core.AsyncInference;
using RollingDeploy.Core.Events;
using RollingDeploy.Host.Runtime;
using RollingDeploy.Host.Servers;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Webhooks.Sns;

/// <summary>
/// Makes what SageMaker publishes when an asynchronous request has ended (developer guide, "Check prediction results").
/// </summary>
internal static class AsyncNotice
{
    // AWS includes responses of at most 128 KB (AsyncInferenceNotificationConfig).
    private const int LongestResponse = 128 * 1024;

    public static Notice Of(WorldEvent happened, AsyncRequestFacts facts)
    {
        var request = facts.Request;
        var isGood = request.State == AsyncRequestState.Completed;
        var answer = AsyncAnswers.Of(request);
        var message = new JsonObject
        {
            ["awsRegion"] = happened.Region,
            ["eventTime"] = Envelope.Time(request.EndedAt ?? happened.At),
            ["receivedTime"] = Envelope.Time(request.ReceivedAt),
            ["invocationStatus"] = isGood ? "Completed" : "Failed",
        };
        message.AddUnlessNull("failureReason", isGood ? null : request.FailureReason);
        message["requestParameters"] = Parameters(
            ("accept", request.Call.Accept),
            ("contentType", request.Call.ContentType),
            ("customAttributes", request.Call.CustomAttributes),
            ("endpointName", happened.Subject.Name),
            ("inputLocation", request.Call.InputLocation));
        if (isGood)
        {
            message["responseParameters"] = Parameters(
                ("contentType", answer?.ContentType), ("outputLocation", request.OutputLocation));
        }

        message.AddUnlessNull("responseBody", facts.IncludesResponse ? Body(answer) : null);
        message["inferenceId"] = request.InferenceId;
        message["eventVersion"] = "1.0";
        message["eventSource"] = "aws:sagemaker";
        message["eventName"] = "InferenceResult";
        return new(null, message);
    }

    private static JsonObject? Body(ModelAnswer? answer) => answer is { Body.Length: <= LongestResponse }
        ? new() { ["content"] = Convert.ToBase64String(answer.Body), ["encoding"] = "BASE64" }
        : null;

    private static JsonObject Parameters(params (string Name, string? Value)[] parameters)
    {
        var json = new JsonObject();
        foreach (var (name, value) in parameters)
        {
            json.AddUnlessNull(name, value);
        }

        return json;
    }
}
