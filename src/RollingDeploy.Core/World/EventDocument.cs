using System.Text.Json;
using System.Text.Json.Nodes;
using RollingDeploy.Core.Events;

namespace RollingDeploy.Core;

/// <summary>
/// Writes and reads events as JSON documents: <c>{"epoch":1,"sequence":7,"at":"…","region":"us-east-1",
/// "subject":{"type":"endpoint","name":"e"},"kind":"statusChanged","sentence":"…","type":"statusChanged","data":{…}}</c>. The kind is
/// for readers; the type says how to read the data.
/// </summary>
public static class EventDocument
{
    /// <summary>Writes an event.</summary>
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
            ["type"] = EventKinds.Table.NameOf(data) ?? throw new InvalidOperationException($"{data.Name} is missing in the table of events."),
            ["data"] = JsonSerializer.SerializeToNode(happened.Data, WorldJson.Options.GetTypeInfo(data)),
        }.ToJsonString();
    }

    /// <summary>Writes the data of an event as a JSON object, for readers. Members that are not set are left out.</summary>
    public static void WriteData(Utf8JsonWriter writer, EventData data)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(data);
        JsonSerializer.Serialize(writer, data, WorldJson.ForReaders.GetTypeInfo(data.GetType()));
    }

    /// <summary>Reads an event.</summary>
    public static WorldEvent Read(string text)
    {
        var document = JsonNode.Parse(text)!;
        var name = (string)document["type"]!;
        var type = EventKinds.Table.Find(name) ?? throw new InvalidOperationException($"Unknown event type {name}.");
        return new(
            (long)document["epoch"]!,
            (long)document["sequence"]!,
            (DateTimeOffset)document["at"]!,
            (string)document["region"]!,
            new Subject(Enum.Parse<SubjectType>((string)document["subject"]!["type"]!, ignoreCase: true), (string)document["subject"]!["name"]!),
            (EventData)document["data"]!.Deserialize(WorldJson.Options.GetTypeInfo(type))!);
    }
}
