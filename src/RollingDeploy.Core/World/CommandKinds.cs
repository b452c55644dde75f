using RollingDeploy.Core.Alarms;
using RollingDeploy.Core.AsyncInference;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.AutoScaling.Schedules;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Faults;
using RollingDeploy.Core.Health;
using RollingDeploy.Core.InferenceComponents;
using RollingDeploy.Core.Limits;
using RollingDeploy.Core.Metrics;
using RollingDeploy.Core.Models;
using RollingDeploy.Core.Quotas;
using RollingDeploy.Core.Tags;
using RollingDeploy.Core.Traffic;

namespace RollingDeploy.Core;

/// <summary>The kinds of commands, by their names in documents. A name must not change after it was published.</summary>
internal static class CommandKinds
{
    public static readonly TypeNames Table = new(new Dictionary<string, Type>
    {
        ["putMetricAlarm"] = typeof(PutMetricAlarm),
        ["putCompositeAlarm"] = typeof(PutCompositeAlarm),
        ["setAlarmState"] = typeof(SetAlarmState),
        ["setAlarmActions"] = typeof(SetAlarmActions),
        ["deleteAlarms"] = typeof(DeleteAlarms),
        ["putMetricData"] = typeof(PutMetricData),
        ["putBehavior"] = typeof(PutBehavior),
        ["addFault"] = typeof(AddFault),
        ["removeFault"] = typeof(RemoveFault),
        ["strikeCall"] = typeof(StrikeCall),
        ["putServiceLimit"] = typeof(PutServiceLimit),
        ["createModel"] = typeof(CreateModel),
        ["deleteModel"] = typeof(DeleteModel),
        ["addTags"] = typeof(AddTags),
        ["deleteTags"] = typeof(DeleteTags),
        ["putQuota"] = typeof(PutQuota),
        ["createEndpointConfig"] = typeof(CreateEndpointConfig),
        ["deleteEndpointConfig"] = typeof(DeleteEndpointConfig),
        ["createEndpoint"] = typeof(CreateEndpoint),
        ["loadEndpoint"] = typeof(LoadEndpoint),
        ["updateEndpoint"] = typeof(UpdateEndpoint),
        ["deleteEndpoint"] = typeof(DeleteEndpoint),
        ["updateWeightsAndCapacities"] = typeof(UpdateWeightsAndCapacities),
        ["createInferenceComponent"] = typeof(CreateInferenceComponent),
        ["updateInferenceComponent"] = typeof(UpdateInferenceComponent),
        ["updateInferenceComponentRuntimeConfig"] = typeof(UpdateInferenceComponentRuntimeConfig),
        ["deleteInferenceComponent"] = typeof(DeleteInferenceComponent),
        ["invoke"] = typeof(Invoke),
        ["recordInvocation"] = typeof(RecordInvocation),
        ["invokeAsync"] = typeof(InvokeAsync),
        ["recordAsyncAnswer"] = typeof(RecordAsyncAnswer),
        ["putTraffic"] = typeof(PutTraffic),
        ["recordNoCapacity"] = typeof(RecordNoCapacity),
        ["registerScalableTarget"] = typeof(RegisterScalableTarget),
        ["deregisterScalableTarget"] = typeof(DeregisterScalableTarget),
        ["putScalingPolicy"] = typeof(PutScalingPolicy),
        ["deleteScalingPolicy"] = typeof(DeleteScalingPolicy),
        ["putScheduledAction"] = typeof(PutScheduledAction),
        ["deleteScheduledAction"] = typeof(DeleteScheduledAction),
        ["reportHealth"] = typeof(ReportHealth),
        ["reached"] = typeof(Reached),
        ["setClock"] = typeof(SetClock),
        ["reset"] = typeof(Reset),
    });
}
