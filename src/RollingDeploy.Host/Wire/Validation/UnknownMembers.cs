using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.Wire.Validation;

/// <summary>
/// Finds the members of a well-formed JSON body that its record does not have: a sentence for each with its path and, where one
/// stands elsewhere in the record or has a name that is near, the right one.
/// </summary>
internal sealed class UnknownMembers
{
    private const int MostTold = 5;
    private const int MostSteps = 12;
    private const int LongestName = 64;
    private const int ShortestPart = 4;

    private readonly TypePlan _root;
    private readonly List<string> _found = [];

    // The way from the root to where the walk is: names of members, and places in lists. Written out only where something is found.
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
                // A scalar, or a map: whatever its keys are, they are known.
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
                // Not the reader's own text of it: that throws for bytes that are none.
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

        var elsewhere = Places(_root, "", []).FirstOrDefault(place => place == name || place.EndsWith($".{name}", StringComparison.Ordinal));
        var right = elsewhere is not null ? $" Did you mean {elsewhere}?"
            : Near(name, [.. plan.Members.Select(member => member.WireName.Value)]) is { } near ? $" Did you mean {near}?"
            : "";
        var way = string.Concat(_way.Take(MostSteps).Select((step, place) =>
            step.Name is null ? $"[{step.Index}]" : place == 0 ? step.Name : $".{step.Name}"));
        _found.Add($"{(way.Length == 0 ? "" : $"{way}.")}{Shown(name)} is unknown.{right}");
    }

    // BatchSize is a part of MaximumBatchSize, and TrafficRouting of TrafficRoutingConfiguration.
    private static string? Near(string name, string[] known) => Nearest.Of(name, known) ?? (name.Length < ShortestPart ? null : Array.Find(
        known, each => each.StartsWith(name, StringComparison.OrdinalIgnoreCase) || each.EndsWith(name, StringComparison.OrdinalIgnoreCase)));

    // A foreign text in a log must not begin a line of its own.
    private static string Shown(string name) => string.Concat(name.Take(LongestName).Select(letter =>
        char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or ':' ? letter : '?'));

    // Where the record has members, not looking into lists, maps or what contains itself.
    private static IEnumerable<string> Places(TypePlan plan, string path, TypePlan[] above) =>
        plan.Kind != JsonTypeInfoKind.Object || above.Contains(plan) ? [] : plan.Members.SelectMany(member =>
            Places(member.Plan, $"{path}{member.WireName.Value}.", [.. above, plan]).Prepend(path + member.WireName.Value));
}
