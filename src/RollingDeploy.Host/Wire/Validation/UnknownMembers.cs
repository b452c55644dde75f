using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Wire.Validation;

/// <summary>
/// Finds the unknown members of a well-formed JSON body. It makes a sentence for each with its path and, if there is one, the
/// member that was probably meant: one with the same name elsewhere in the record, or one with a similar name.
/// </summary>
internal sealed class UnknownMembers
{
    private const int MostTold = 5;
    private const int MostSteps = 12;
    private const int LongestName = 64;
    private const int ShortestPart = 4;

    private readonly TypePlan _root;
    private readonly List<string> _found = [];

    // The path from the root to the current place: names of members, and indices of lists.
    private readonly List<(string? Name, int Index)> _way = [];

    private UnknownMembers(TypePlan root) => _root = root;

    public static IReadOnlyList<string> Find(ReadOnlySpan<byte> json, JsonTypeInfo type)
    {
        if (json.IsEmpty)
        {
            return [];
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = WireJson.MaxDepth });
        var search = new UnknownMembers(TypePlan.Of(type));
        reader.Read();
        search.Walk(ref reader, search._root);
        return search._found;
    }

    private void Walk(ref Utf8JsonReader reader, TypePlan plan)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when plan.Kind == JsonTypeInfoKind.Object:
                WalkMembers(ref reader, plan);
                break;
            case JsonTokenType.StartArray when plan.Kind == JsonTypeInfoKind.Enumerable:
                for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
                {
                    Enter(ref reader, plan.Element, (null, index));
                }

                break;
            default:
                // A scalar, or a map, which may have any keys.
                reader.Skip();
                break;
        }
    }

    private void WalkMembers(ref Utf8JsonReader reader, TypePlan plan)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = Find(ref reader, plan);
            if (member is null)
            {
                // Not reader.GetString(), which throws for bytes that are not valid UTF-8.
                Tell(Encoding.UTF8.GetString(reader.ValueSpan), plan);
            }

            reader.Read();
            if (member is null)
            {
                reader.Skip();
            }
            else
            {
                Enter(ref reader, member.Plan, (member.WireName.Value, 0));
            }
        }
    }

    private static MemberPlan? Find(ref Utf8JsonReader reader, TypePlan plan)
    {
        if (!reader.ValueIsEscaped)
        {
            return plan.Find(reader.ValueSpan);
        }

        foreach (var member in plan.Members)
        {
            if (reader.ValueTextEquals(member.WireName.EncodedUtf8Bytes))
            {
                return member;
            }
        }

        return null;
    }

    private void Enter(ref Utf8JsonReader reader, TypePlan plan, (string? Name, int Index) step)
    {
        _way.Add(step);
        Walk(ref reader, plan);
        _way.RemoveAt(_way.Count - 1);
    }

    private void Tell(string name, TypePlan plan)
    {
        if (_found.Count == MostTold)
        {
            return;
        }

        var elsewhere = Places(_root, "", [])
            .FirstOrDefault(place => place == name || place.EndsWith($".{name}", StringComparison.Ordinal));
        var right = elsewhere is not null ? $" Did you mean {elsewhere}?"
            : Near(name, [.. plan.Members.Select(member => member.WireName.Value)]) is { } near ? $" Did you mean {near}?"
            : "";
        var way = string.Concat(_way.Take(MostSteps).Select((step, place) =>
            step.Name is null ? $"[{step.Index}]" : place == 0 ? step.Name : $".{step.Name}"));
        _found.Add($"{(way.Length == 0 ? "" : $"{way}.")}{Shown(name)} is unknown.{right}");
    }

    // Also finds a part of a name: BatchSize of MaximumBatchSize, TrafficRouting of TrafficRoutingConfiguration.
    private static string? Near(string name, string[] known) =>
        Nearest.Of(name, known) ?? (name.Length < ShortestPart ? null : Array.Find(
        known, each => each.StartsWith(name, StringComparison.OrdinalIgnoreCase) || each.EndsWith(
            name, StringComparison.OrdinalIgnoreCase)));

    // Control characters are replaced, because text of a caller must not start a new line in the log.
    private static string Shown(string name) => string.Concat(name.Take(LongestName).Select(letter =>
        char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or ':' ? letter : '?'));

    // The paths of all members of the record, except those inside lists and maps, and inside types that contain themselves.
    private static IEnumerable<string> Places(TypePlan plan, string path, TypePlan[] above) =>
        plan.Kind != JsonTypeInfoKind.Object || above.Contains(plan) ? [] : plan.Members.SelectMany(member =>
            Places(member.Plan, $"{path}{member.WireName.Value}.", [.. above, plan]).Prepend(path + member.WireName.Value));
}
