using System.Text;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Traffic;
using RollingDeploy.Host.Servers;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Runtime;

/// <summary>Makes AWS's ModelError from the error of a model (endpoint-metrics.md §4.2).</summary>
internal static class ModelErrors
{
    private const int Longest = 2048;

    public static AwsError Of(Invocation invocation, ModelAnswer answer, Call call)
    {
        var group = invocation.Component is { } component
            ? $"/aws/sagemaker/InferenceComponents/{component}"
            : $"/aws/sagemaker/Endpoints/{invocation.Endpoint}";
        var party = answer.IsClientError ? "client" : "server";
        var before = $"Received {party} error ({answer.Status}) from {invocation.Container ?? "primary"} with message \"";
        var after = $"\". See https://{call.Region}.console.aws.amazon.com/cloudwatch/home?region={call.Region}"
            + $"#logEventViewer:group={group} in account {call.Account} for more information.";
        var original = Encoding.UTF8.GetString(answer.Body);
        return new AwsError("ModelError", before + Cut(original, Longest - before.Length - after.Length) + after)
        {
            Members =
            [
                ("OriginalStatusCode", answer.Status),
                ("OriginalMessage", Cut(original, Longest)),
                ("LogStreamArn", $"arn:aws:logs:{call.Region}:{call.Account}:log-group:{group}"),
            ],
        };
    }

    private static string Cut(string text, int most) => text.Length > most ? text[..most] : text;
}
