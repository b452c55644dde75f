using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.Seeds.Files;
using RollingDeploy.Host.Wire.Validation;

namespace RollingDeploy.Host.Seeds.Answers;

/// <summary>Makes the input of a call from an answer: the members that both have.</summary>
internal static class Projection
{
    // What tools add to AWS's answers.
    private const string ResponseMetadata = "ResponseMetadata";

    /// <summary>
    /// Returns the members of an answer that an input has, as JSON. Empty lists are left out, because AWS writes them for members
    /// that were not set, and some of them exclude others.
    /// </summary>
    public static byte[] ToInput(SeedObject answer, JsonTypeInfo input, params IEnumerable<(string Name, string? Text)> more)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            WriteMembers(json, answer, TypePlan.Of(input));
            foreach (var (name, text) in more.Where(each => each.Text is not null))
            {
                json.WriteString(name, text);
            }

            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>Returns the paths of members that RollingDeploy does not know, such as a new one of AWS.</summary>
    public static IEnumerable<string> Unknown(SeedNode answer, JsonTypeInfo output, string path) =>
        Unknown(answer, TypePlan.Of(output), path);

    private static void WriteMembers(Utf8JsonWriter json, SeedObject answer, TypePlan plan)
    {
        foreach (var member in plan.Members)
        {
            if (answer.Find(member.WireName.Value) is { } value and not SeedList { Items.Count: 0 })
            {
                json.WritePropertyName(member.WireName);
                Write(json, value, member.Plan);
            }
        }
    }

    private static void Write(Utf8JsonWriter json, SeedNode node, TypePlan plan)
    {
        switch (node)
        {
            case SeedObject answer when plan.Kind == JsonTypeInfoKind.Object:
                json.WriteStartObject();
                WriteMembers(json, answer, plan);
                json.WriteEndObject();
                break;
            case SeedList list when plan.Kind == JsonTypeInfoKind.Enumerable:
                json.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(json, item, plan.Element);
                }

                json.WriteEndArray();
                break;
            default:
                node.Write(json);
                break;
        }
    }

    private static IEnumerable<string> Unknown(SeedNode node, TypePlan plan, string path) => node switch
    {
        SeedObject answer when plan.Kind == JsonTypeInfoKind.Object => answer.Members.SelectMany(member =>
            plan.Members.FirstOrDefault(known => known.WireName.Value == member.Key) is { } found
                ? Unknown(member.Value, found.Plan, $"{path}.{member.Key}")
                : member.Key == ResponseMetadata ? [] : [$"{path}.{member.Key}"]),
        SeedList list when plan.Kind == JsonTypeInfoKind.Enumerable =>
            list.Items.SelectMany(item => Unknown(item, plan.Element, path)),
        _ => [],
    };
}
