using System.Text.Json.Nodes;
using RollingDeploy.Host.CommandLine.Calls;

namespace RollingDeploy.Host.CommandLine;

/// <summary>
/// An error as problem details on one line (RFC 9457), for <c>--json</c>: those of the server, or our own with the member
/// <c>detail</c> alone if there is no answer of a server.
/// </summary>
internal static class ProblemText
{
    public static string Of(Exception error) => error is CallException { Problem: { } problem }
        ? Documents.Print(problem, isOnOneLine: true)
        : Documents.Print(Own(error).ToJsonString(), isOnOneLine: true);

    private static JsonObject Own(Exception error)
    {
        var own = new JsonObject { ["detail"] = string.Join(' ', Failure.Explain(error) ?? [error.Message]) };
        if (error is CallException { Status: { } status })
        {
            own["status"] = status;
        }

        return own;
    }
}
