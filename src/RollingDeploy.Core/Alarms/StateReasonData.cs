using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RollingDeploy.Core.Alarms;

/// <summary>Makes the StateReasonData of a metric alarm, as recorded from CloudWatch (cloudwatch.md §3.6).</summary>
internal static class StateReasonData
{
    // AWS's limit is 4,000 characters. 25 points have at most 110 characters each, and their values, which are repeated, at most
    // 25 each.
    private const int MostShown = 25;

    public static string Of(AlarmConfiguration configuration, Evidence evidence, DateTimeOffset now)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            WriteQuery(json, configuration, evidence, now);
            json.WriteStartArray("recentDatapoints");
            foreach (var point in evidence.Real.TakeLast(MostShown))
            {
                json.WriteRawValue(JavaNumber.ToText(point.Value!.Value));
            }

            json.WriteEndArray();
            if (configuration.Threshold is { } threshold)
            {
                json.WritePropertyName("threshold");
                json.WriteRawValue(JavaNumber.ToText(threshold));
            }

            json.WriteStartArray("evaluatedDatapoints");
            foreach (var point in evidence.Evaluated.Take(MostShown))
            {
                Write(json, point);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Makes the data of an alarm with contributors. As observed on AWS, it does not name them.</summary>
    public static string OfContributors(DateTimeOffset now) => $$"""{"version":"1.0","queryDate":"{{Print(now)}}"}""";

    private static void WriteQuery(Utf8JsonWriter json, AlarmConfiguration configuration, Evidence evidence, DateTimeOffset now)
    {
        json.WriteString("version", "1.0");
        json.WriteString("queryDate", Print(now));
        if (evidence.Real.Count > 0)
        {
            json.WriteString("startDate", Print(evidence.Real[0].Start));
        }

        if (configuration.Source is SingleMetric { Stat: var stat })
        {
            if (stat.Unit is { } unit)
            {
                json.WriteString("unit", unit);
            }

            json.WriteString("statistic", stat.Statistic.Name);
        }

        json.WriteNumber("period", configuration.PeriodInSeconds);
    }

    // For a missing point, only the timestamp is written.
    private static void Write(Utf8JsonWriter json, Datapoint point)
    {
        json.WriteStartObject();
        json.WriteString("timestamp", Print(point.Start));
        if (point.SampleCount > 0)
        {
            json.WritePropertyName("sampleCount");
            json.WriteRawValue(JavaNumber.ToText(point.SampleCount));
        }

        if (point.Value is { } value)
        {
            json.WritePropertyName("value");
            json.WriteRawValue(JavaNumber.ToText(value));
        }

        json.WriteEndObject();
    }

    /// <summary>Converts a time to CloudWatch's format in reason data.</summary>
    public static string Print(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);
}
