using System.Text;
using System.Text.RegularExpressions;
using RollingDeploy.Core.Behaviors;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Host.Runtime;

/// <summary>Answers as a model was told to; what chance has in it was thrown before.</summary>
internal static partial class SimulatedModel
{
    public static ModelAnswer Answer(Invocation invocation, ModelRequest request)
    {
        if (invocation.Status != StatusCodes.Status200OK)
        {
            return new(invocation.Status, Encoding.UTF8.GetBytes($"This model was told to answer {invocation.Status}.")) { ContentType = "text/plain" };
        }

        var response = invocation.Behavior.Response!;
        return new(invocation.Status, Body(response, invocation, request))
        {
            ContentType = response.ContentType ?? (request.ContentType is { Length: > 0 } type ? type : ModelAnswer.AnyType),
            CustomAttributes = request.CustomAttributes,
            NewSessionId = request.SessionId == Invoke.NewSession ? Sessions.Begun(invocation) : null,
        };
    }

    private static byte[] Body(ModelResponse response, Invocation invocation, ModelRequest request) => response.Kind switch
    {
        ResponseKind.Fixed => Encoding.UTF8.GetBytes(response.Body!),
        ResponseKind.Template => Encoding.UTF8.GetBytes(Filled(response.Body!, invocation, request)),
        _ => request.Body,
    };

    // In one pass, so that braces in the request's body are left as they are.
    private static string Filled(string template, Invocation invocation, ModelRequest request) =>
        Names().Replace(template, name => name.Value switch
        {
            "{body}" => Encoding.UTF8.GetString(request.Body),
            "{variant}" => invocation.Variant,
            "{model}" => invocation.Model ?? "",
            _ => invocation.Config,
        });

    [GeneratedRegex(@"\{(body|variant|model|config)\}")]
    private static partial Regex Names();
}
