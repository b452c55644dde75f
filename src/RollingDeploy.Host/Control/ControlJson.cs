using System.Text.Json;
using System.Text.Json.Serialization;

namespace RollingDeploy.Host.Control;

/// <summary>
/// The JSON types of our own routes, for the source generator. Names are in camelCase. An unknown member is an error.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(ClockState))]
[JsonSerializable(typeof(ClockChange))]
[JsonSerializable(typeof(AdvanceRequest))]
[JsonSerializable(typeof(AdvanceResult))]
[JsonSerializable(typeof(List<DeploymentSummary>))]
[JsonSerializable(typeof(DeploymentDetail))]
[JsonSerializable(typeof(List<EndpointEvent>))]
[JsonSerializable(typeof(PlannedFleet))]
[JsonSerializable(typeof(PlannedUpdate))]
[JsonSerializable(typeof(DeploymentPlan))]
[JsonSerializable(typeof(FaultRequest))]
[JsonSerializable(typeof(FaultState))]
[JsonSerializable(typeof(List<FaultState>))]
[JsonSerializable(typeof(QuotaRequest))]
[JsonSerializable(typeof(QuotaState))]
[JsonSerializable(typeof(List<QuotaState>))]
[JsonSerializable(typeof(Behavior))]
[JsonSerializable(typeof(BehaviorState))]
[JsonSerializable(typeof(Traffic))]
[JsonSerializable(typeof(AsyncRequestStatus))]
[JsonSerializable(typeof(Events.EventPage))]
[JsonSerializable(typeof(Views.EndpointList))]
[JsonSerializable(typeof(Views.EndpointView))]
[JsonSerializable(typeof(List<Views.AlarmView>))]
[JsonSerializable(typeof(Microsoft.AspNetCore.Mvc.ProblemDetails))]
internal sealed partial class ControlJson : JsonSerializerContext;
