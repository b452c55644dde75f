using System.Text.Json;
using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Metrics;

/// <summary>
/// Writes runs as short arrays. A number is a bucket with one sample. <c>[gap, repeats, count, value]</c> are buckets with equal
/// samples, after a number of buckets without data. <c>[gap, repeats, count, sum, min, max]</c> are other samples, and <c>[…,
/// factor, total, [value, count, …]]</c> has their values too. For example, <c>[[29453760, 2, 60, 0], 3.5]</c> are two minutes
/// from 2026-01-01T00:00:00Z on with 60 samples of 0, and one with a sample of 3.5.
/// </summary>
internal sealed class SavedRunsConverter : JsonConverter<SavedRuns>
{
    private const string Wrong = "Runs are numbers and arrays of 4, 6 or 9 elements.";

    public override SavedRuns Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Require(reader.TokenType == JsonTokenType.StartArray);
        var (runs, end) = (new List<Run>(1), 0L);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var run = reader.TokenType == JsonTokenType.Number
                ? new Run(end, SampleSet.Of(reader.GetDouble()))
                : ReadRun(ref reader, end);
            end = run.Second + run.Repeats;
            runs.Add(run);
        }

        return new(0, runs);
    }

    public override void Write(Utf8JsonWriter writer, SavedRuns value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        var end = 0L;
        foreach (var run in value.All)
        {
            var first = run.Second / value.Resolution;
            Write(writer, first - end, run);
            end = first + run.Repeats;
        }

        writer.WriteEndArray();
    }

    private static Run ReadRun(ref Utf8JsonReader reader, long end)
    {
        Require(reader.TokenType == JsonTokenType.StartArray);
        var (gap, repeats, count, sum) = (Integer(ref reader), Integer(ref reader), Number(ref reader), Number(ref reader));
        Require(gap >= 0 && repeats > 0);
        if (!HasMore(ref reader))
        {
            return new(end + gap, SampleSet.Of(sum, count), repeats);
        }

        var summary = new StatisticSet(count, sum, reader.GetDouble(), Number(ref reader));
        if (!HasMore(ref reader))
        {
            return new(end + gap, SampleSet.OfSummary(summary), repeats);
        }

        var (factor, total) = (reader.GetDouble(), Number(ref reader));
        var values = ReadValues(ref reader);
        Require(!HasMore(ref reader));
        return new(end + gap, SampleSet.Of(summary, Distribution.Restore(factor, values, total)), repeats);
    }

    private static List<(double, double)> ReadValues(ref Utf8JsonReader reader)
    {
        Require(reader.Read() && reader.TokenType == JsonTokenType.StartArray);
        List<(double, double)> values = [];
        while (HasMore(ref reader))
        {
            values.Add((reader.GetDouble(), Number(ref reader)));
        }

        return values;
    }

    private static void Write(Utf8JsonWriter writer, long gap, in Run run)
    {
        var summary = run.Samples.Summary;
        var isUniform = run.Samples.Distribution is null
            && Same(SampleSet.Of(summary.Minimum, summary.SampleCount).Summary, summary);
        if (isUniform && gap == 0 && run.Repeats == 1 && summary.SampleCount == 1)
        {
            writer.WriteNumberValue(summary.Minimum);
            return;
        }

        writer.WriteStartArray();
        writer.WriteNumberValue(gap);
        writer.WriteNumberValue(run.Repeats);
        writer.WriteNumberValue(summary.SampleCount);
        writer.WriteNumberValue(isUniform ? summary.Minimum : summary.Sum);
        if (!isUniform)
        {
            writer.WriteNumberValue(summary.Minimum);
            writer.WriteNumberValue(summary.Maximum);
            Write(writer, run.Samples.Distribution);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Distribution? values)
    {
        if (values is null)
        {
            return;
        }

        writer.WriteNumberValue(values.Factor);
        writer.WriteNumberValue(values.Total);
        writer.WriteStartArray();
        foreach (var (value, count) in values.Values)
        {
            writer.WriteNumberValue(value);
            writer.WriteNumberValue(count);
        }

        writer.WriteEndArray();
    }

    // To the bit: 0 and −0 are equal numbers.
    private static bool Same(in StatisticSet one, in StatisticSet other) =>
        one == other
        && double.IsNegative(one.Sum) == double.IsNegative(other.Sum)
        && double.IsNegative(one.Maximum) == double.IsNegative(other.Maximum);

    private static bool HasMore(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.Number || Ends(reader.TokenType);

    private static bool Ends(JsonTokenType type) => type == JsonTokenType.EndArray ? false : throw new JsonException(Wrong);

    private static double Number(ref Utf8JsonReader reader)
    {
        Require(reader.Read() && reader.TokenType == JsonTokenType.Number);
        return reader.GetDouble();
    }

    private static long Integer(ref Utf8JsonReader reader)
    {
        Require(reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out _));
        return reader.GetInt64();
    }

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw new JsonException(Wrong);
        }
    }
}
