using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.CloudWatch.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.CloudWatch.Alarms;

/// <summary>Writes and reads the request that put an alarm. It is stored with the alarm.</summary>
internal static class AlarmDocument
{
    private static readonly JsonTypeInfo<PutMetricAlarmInput> Metric = Describe<PutMetricAlarmInput>();
    private static readonly JsonTypeInfo<PutCompositeAlarmInput> Composite = Describe<PutCompositeAlarmInput>();

    public static string Write(PutMetricAlarmInput input) => JsonSerializer.Serialize(input with { Tags = null }, Metric);

    public static string Write(PutCompositeAlarmInput input) => JsonSerializer.Serialize(input with { Tags = null }, Composite);

    public static PutMetricAlarmInput ReadMetric(string document) => JsonSerializer.Deserialize(document, Metric)!;

    public static PutCompositeAlarmInput ReadComposite(string document) => JsonSerializer.Deserialize(document, Composite)!;

    private static JsonTypeInfo<T> Describe<T>() => (JsonTypeInfo<T>)WireJson.Describe(CloudWatchJson.Default, typeof(T));
}
