using System.Text.Json;
using System.Text.Json.Nodes;

namespace RollingDeploy.Host.Tests.Oracle;

/// <summary>
/// Lays a newer model over an older one. The newer one has the members of structures, which of them are required, and
/// enumerations. Lengths, ranges and patterns are only in the older one.
/// </summary>
internal static class NewestModel
{
    /// <summary>Marks a shape that only the newer model has: its lengths, ranges and patterns are not known.</summary>
    public const string WithoutConstraints = "withoutConstraints";

    public static JsonElement Of(JsonElement older, JsonElement newer)
    {
        var model = JsonNode.Parse(older.GetRawText())!.AsObject();
        var update = JsonNode.Parse(newer.GetRawText())!.AsObject();
        var (shapes, updates) = (model["shapes"]!.AsObject(), update["shapes"]!.AsObject());
        foreach (var (name, shape) in updates)
        {
            if (shapes[name] is not JsonObject known)
            {
                var added = shape!.DeepClone();
                added[WithoutConstraints] = true;
                shapes[name] = added;
            }
            else if (shape!["members"] is JsonObject members && known["members"] is JsonObject)
            {
                UpdateMembers(known, members, shape["required"]!.AsArray(), (shapes, updates));
                known["payload"] = (shape["payload"] ?? known["payload"])?.DeepClone();
            }
            else if (shape["enum"] is JsonArray values)
            {
                known["enum"] = values.DeepClone();
            }
        }

        foreach (var (name, operation) in update["operations"]!.AsObject())
        {
            model["operations"]!.AsObject().TryAdd(name, operation!.DeepClone());
        }

        return JsonSerializer.SerializeToElement(model);
    }

    private static void UpdateMembers(
        JsonObject known, JsonObject members, JsonArray required, (JsonObject Older, JsonObject Newer) shapes)
    {
        var before = known["members"]!.AsObject();
        var after = new JsonObject();
        foreach (var (name, member) in members)
        {
            // The older reference leads to the constraints. It counts as long as the kind of the member is the same.
            var old = before[name];
            var kept = old is not null && KindOf(shapes.Older, old) == KindOf(shapes.Newer, member!);
            after[name] = (kept ? old : member)!.DeepClone();
        }

        known["members"] = after;
        known["required"] = required.DeepClone();
    }

    // The newer model does not tell one kind of number from another.
    private static string KindOf(JsonObject shapes, JsonNode member) =>
        shapes[member["shape"]!.GetValue<string>()]!["type"]!.GetValue<string>() switch
        {
            "integer" or "long" or "float" or "double" => "number",
            var kind => kind,
        };
}
