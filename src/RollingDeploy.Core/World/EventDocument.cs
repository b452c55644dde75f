using System.Text.Json;
using System.Text.Json.Nodes;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Core;

/// <summary>
/// Events as JSON documents: <c>{"epoch":1,"sequence":7,"at":"…","region":"us-east-1","subject":{"type":"endpoint","name":"e"},
/// "kind":"statusChanged","sentence":"…","type":"statusChanged","data":{…}}</c>. The kind is for readers; the type says what the data
/// are.
/// </summary>
public static class EventDocument
{
    /// <summary>Writes an event down.</summary>
    public static string Write(WorldEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var data = happened.Data.GetType();
        return new JsonObject
        {
            ["epoch"] = happened.Epoch,
            ["sequence"] = happened.Sequence,
            ["at"] = happened.At,
            ["region"] = happened.Region,
            ["subject"] = new JsonObject
            {
                ["type"] = JsonNamingPolicy.CamelCase.ConvertName(happened.Subject.Type.ToString()),
                ["name"] = happened.Subject.Name,
            },
            ["kind"] = happened.Data.Kind,
            ["sentence"] = happened.Data.Sentence,
            ["type"] = EventKinds.Table.NameOf(data) ?? throw new InvalidOperationException($"{data.Name} stands in no table of events."),
            ["data"] = JsonSerializer.SerializeToNode(happened.Data, WorldJson.Options.GetTypeInfo(data)),
        }.ToJsonString();
    }

    /// <summary>Reads an event that was written down.</summary>
    public static WorldEvent Read(string text)
    {
        var document = JsonNode.Parse(text)!;
        var name = (string)document["type"]!;
        var type = EventKinds.Table.Find(name) ?? throw new InvalidOperationException($"There is no event of the type {name}.");
        return new(
            (long)document["epoch"]!,
            (long)document["sequence"]!,
            (DateTimeOffset)document["at"]!,
            (string)document["region"]!,
            new Subject(Enum.Parse<SubjectType>((string)document["subject"]!["type"]!, ignoreCase: true), (string)document["subject"]!["name"]!),
            (EventData)document["data"]!.Deserialize(WorldJson.Options.GetTypeInfo(type))!);
    }
}
