using System.Text.Json.Serialization;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.CloudWatch.Shapes;

/// <summary>
/// The metadata of all requests and responses of CloudWatch, for the validation, the OpenAPI document and the protocols. Nested
/// records are included automatically.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EpochSecondsConverter), typeof(NamedDoubleConverter), typeof(FiniteSingleConverter)])]
[JsonSerializable(typeof(PutMetricAlarmInput))]
[JsonSerializable(typeof(PutCompositeAlarmInput))]
[JsonSerializable(typeof(DescribeAlarmsInput))]
[JsonSerializable(typeof(DescribeAlarmsOutput))]
[JsonSerializable(typeof(DescribeAlarmsForMetricInput))]
[JsonSerializable(typeof(DescribeAlarmsForMetricOutput))]
[JsonSerializable(typeof(DescribeAlarmHistoryInput))]
[JsonSerializable(typeof(DescribeAlarmHistoryOutput))]
[JsonSerializable(typeof(DescribeAlarmContributorsInput))]
[JsonSerializable(typeof(DescribeAlarmContributorsOutput))]
[JsonSerializable(typeof(SetAlarmStateInput))]
[JsonSerializable(typeof(EnableAlarmActionsInput))]
[JsonSerializable(typeof(DisableAlarmActionsInput))]
[JsonSerializable(typeof(DeleteAlarmsInput))]
[JsonSerializable(typeof(PutMetricDataInput))]
[JsonSerializable(typeof(GetMetricDataInput))]
[JsonSerializable(typeof(GetMetricDataOutput))]
[JsonSerializable(typeof(GetMetricStatisticsInput))]
[JsonSerializable(typeof(GetMetricStatisticsOutput))]
[JsonSerializable(typeof(ListMetricsInput))]
[JsonSerializable(typeof(ListMetricsOutput))]
[JsonSerializable(typeof(TagResourceInput))]
[JsonSerializable(typeof(TagResourceOutput))]
[JsonSerializable(typeof(UntagResourceInput))]
[JsonSerializable(typeof(UntagResourceOutput))]
[JsonSerializable(typeof(ListTagsForResourceInput))]
[JsonSerializable(typeof(ListTagsForResourceOutput))]
internal sealed partial class CloudWatchJson : JsonSerializerContext;
