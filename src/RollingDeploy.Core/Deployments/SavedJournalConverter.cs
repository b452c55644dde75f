using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Core.Alarms;

namespace RollingDeploy.Core.Deployments;

/// <summary>
/// Writes journals as short arrays, because they are a large part of a snapshot: <c>[sequence, time, event, sentence, old, new,
/// alarms]</c> for each line, or the sequence number alone if the event is in the log. Fleets are <c>[config, instances,
/// inService, trafficShare]</c> or null, and alarms <c>[name, state, …]</c>. Each is <c>true</c> if it is as in the line before.
/// </summary>
internal sealed class SavedJournalConverter : JsonConverter<SavedJournal>
{
    private const string Wrong =
        "A line of a journal is a sequence number, or an array [sequence, time, event, sentence, old, new, alarms].";

    private static readonly JournalEntry None = new(default, "", "", null, null, []);

    public override SavedJournal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Require(reader.TokenType == JsonTokenType.StartArray);
        var (lines, last) = (ImmutableArray.CreateBuilder<SavedLine>(), None);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.Number)
            {
                lines.Add(new(reader.GetInt64(), null));
                continue;
            }

            Require(reader.TokenType == JsonTokenType.StartArray);
            var sequence = Next<long>(ref reader, options);
            last = new(
                Next<DateTimeOffset>(ref reader, options),
                Next<string>(ref reader, options)!,
                Next<string>(ref reader, options)!,
                NextFleet(ref reader, last.Old, options),
                NextFleet(ref reader, last.New, options),
                NextAlarms(ref reader, last.Alarms, options));
            Require(reader.Read() && reader.TokenType == JsonTokenType.EndArray);
            lines.Add(new(sequence, last));
        }

        return new(lines.DrainToImmutable());
    }

    public override void Write(Utf8JsonWriter writer, SavedJournal value, JsonSerializerOptions options)
    {
        var last = None;
        writer.WriteStartArray();
        foreach (var (sequence, entry) in value.Lines)
        {
            if (entry is null)
            {
                writer.WriteNumberValue(sequence);
                continue;
            }

            writer.WriteStartArray();
            writer.WriteNumberValue(sequence);
            writer.WriteStringValue(entry.Time);
            writer.WriteStringValue(entry.Event);
            writer.WriteStringValue(entry.Sentence);
            Write(writer, entry.Old, last.Old);
            Write(writer, entry.New, last.New);
            Write(writer, entry.Alarms, last.Alarms, options);
            writer.WriteEndArray();
            last = entry;
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, FleetSnapshot? fleet, FleetSnapshot? last)
    {
        if (fleet is null)
        {
            writer.WriteNullValue();
        }
        else if (fleet == last)
        {
            writer.WriteBooleanValue(true);
        }
        else
        {
            writer.WriteStartArray();
            writer.WriteStringValue(fleet.ConfigName);
            writer.WriteNumberValue(fleet.Instances);
            writer.WriteNumberValue(fleet.InService);
            writer.WriteNumberValue(fleet.TrafficShare);
            writer.WriteEndArray();
        }
    }

    private static void Write(
        Utf8JsonWriter writer,
        ImmutableArray<AlarmSnapshot> alarms,
        ImmutableArray<AlarmSnapshot> last,
        JsonSerializerOptions options)
    {
        if (alarms.AsSpan().SequenceEqual(last.AsSpan()))
        {
            writer.WriteBooleanValue(true);
            return;
        }

        writer.WriteStartArray();
        foreach (var (name, state) in alarms)
        {
            writer.WriteStringValue(name);
            JsonSerializer.Serialize(writer, state, InfoOf<AlarmState?>(options));
        }

        writer.WriteEndArray();
    }

    private static FleetSnapshot? NextFleet(ref Utf8JsonReader reader, FleetSnapshot? last, JsonSerializerOptions options)
    {
        Require(reader.Read());
        if (reader.TokenType is JsonTokenType.Null or JsonTokenType.True)
        {
            return reader.TokenType == JsonTokenType.True ? last : null;
        }

        Require(reader.TokenType == JsonTokenType.StartArray);
        var fleet = new FleetSnapshot(
            Next<string>(ref reader, options)!,
            Next<int>(ref reader, options),
            Next<int>(ref reader, options),
            Next<double>(ref reader, options));
        Require(reader.Read() && reader.TokenType == JsonTokenType.EndArray);
        return fleet;
    }

    private static ImmutableArray<AlarmSnapshot> NextAlarms(
        ref Utf8JsonReader reader, ImmutableArray<AlarmSnapshot> last, JsonSerializerOptions options)
    {
        Require(reader.Read());
        if (reader.TokenType == JsonTokenType.True)
        {
            return last;
        }

        Require(reader.TokenType == JsonTokenType.StartArray);
        var alarms = ImmutableArray.CreateBuilder<AlarmSnapshot>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Require(reader.TokenType == JsonTokenType.String);
            var name = JsonSerializer.Deserialize(ref reader, InfoOf<string>(options))!;
            alarms.Add(new(name, Next<AlarmState?>(ref reader, options)));
        }

        return alarms.DrainToImmutable();
    }

    private static T? Next<T>(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        Require(reader.Read());
        return JsonSerializer.Deserialize(ref reader, InfoOf<T>(options));
    }

    private static JsonTypeInfo<T> InfoOf<T>(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw new JsonException(Wrong);
        }
    }
}
