using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RollingDeploy.Host.Tests.Fuzz;

/// <summary>A body that is right but for one member: wrong, missing, twice there or unknown.</summary>
internal sealed class Mutated
{
    private const string Mark = "@wrong@";
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Mutated(JsonObject body, string wrong)
    {
        Body = body;
        Wrong = wrong;
    }

    /// <summary>With a mark where the wrong value belongs.</summary>
    public JsonObject Body { get; }

    public string Wrong { get; }

    public string Json => Body.ToJsonString(Relaxed).Replace($"\"{Mark}\"", Wrong, StringComparison.Ordinal);

    public static bool IsMark(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text == Mark;

    public static Mutated Of(JsonObject body, Random random)
    {
        var places = Places(body).ToList();
        var (parent, key, index) = places.Count == 0 || random.Next(15) == 0 ? (body, "Unknown", 0) : places[random.Next(places.Count)];
        var wrong = WrongValues.Pick(random, key is null ? parent[index] : parent[key]);
        switch (parent)
        {
            case JsonObject structure when random.Next(8) == 0:
                structure.Remove(key!);
                break;
            case JsonObject structure:
                structure[key!] = Mark;
                break;
            default:
                parent[index] = Mark;
                break;
        }

        return new(body, wrong);
    }

    private static IEnumerable<(JsonNode Parent, string? Key, int Index)> Places(JsonNode? node) => node switch
    {
        JsonObject structure => structure.SelectMany(member => Places(member.Value).Prepend((structure, member.Key, 0))),
        JsonArray list => list.SelectMany((item, index) => Places(item).Prepend((list, null, index))),
        _ => [],
    };
}
