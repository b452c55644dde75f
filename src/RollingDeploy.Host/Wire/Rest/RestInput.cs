using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wire.Json;

namespace RollingDeploy.Host.Wire.Rest;

/// <summary>Reads a record from the path, the headers and the body.</summary>
internal static class RestInput
{
    public static object Read(Request request, Operation operation)
    {
        var plan = RestPlan.Of(operation.Input);
        var labels = operation.Route!.Match(request.Head.Path)!;
        var input = JsonDraft.Read(operation.Input, json =>
        {
            json.WriteStartObject();
            foreach (var property in plan.Labels)
            {
                json.WriteString(property.Name, labels[property.Name]);
            }

            foreach (var (name, property) in plan.Headers)
            {
                Write(json, name, property, request.Head.Headers);
            }

            json.WriteEndObject();
        });

        // A payload can have megabytes, so it is not converted to JSON.
        plan.Payload?.Set!(input, request.Body.ToArray());
        return input;
    }

    private static void Write(Utf8JsonWriter json, string name, JsonPropertyInfo property, IHeaderDictionary headers)
    {
        if (!headers.TryGetValue(name, out var values))
        {
            return;
        }

        var text = values.ToString();
        if (text.Any(char.IsControl))
        {
            throw new AwsError("SerializationException", $"The header {name} contains control characters.");
        }

        if (Shapes.IsInteger(Shapes.Scalar(Shapes.Of(property)))
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            json.WriteNumber(property.Name, number);
        }
        else
        {
            json.WriteString(property.Name, text);
        }
    }
}
