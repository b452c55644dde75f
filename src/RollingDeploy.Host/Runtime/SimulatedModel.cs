using System.Text;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Traffic;
using RollingDeploy.Host.Servers;

namespace RollingDeploy.Host.Runtime;

/// <summary>Makes the response of a simulated model. The random values were drawn before, by Core.</summary>
internal static class SimulatedModel
{
    private static readonly string[] Names = ["{body}", "{variant}", "{model}", "{config}", "{instance}"];

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
        ResponseKind.Echo or null => request.Body,
    };

    // Replaces all placeholders in one pass, so that braces in the request body stay unchanged.
    private static string Filled(string template, Invocation invocation, ModelRequest request)
    {
        var filled = new StringBuilder();
        var rest = template.AsSpan();
        while (rest.IndexOf('{') is var brace and >= 0)
        {
            filled.Append(rest[..brace]);
            rest = rest[brace..];
            var name = NameAt(rest);
            filled.Append(name is null ? "{" : Value(name, invocation, request));
            rest = rest[(name?.Length ?? 1)..];
        }

        return filled.Append(rest).ToString();
    }

    private static string? NameAt(ReadOnlySpan<char> text)
    {
        foreach (var name in Names)
        {
            if (text.StartsWith(name, StringComparison.Ordinal))
            {
                return name;
            }
        }

        return null;
    }

    private static string Value(string name, Invocation invocation, ModelRequest request) => name switch
    {
        "{body}" => Encoding.UTF8.GetString(request.Body),
        "{variant}" => invocation.Variant,
        "{model}" => invocation.Model ?? "",
        "{instance}" => invocation.Instance ?? "",
        _ => invocation.Config,
    };
}
