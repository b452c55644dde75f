using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Core.AutoScaling;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.AutoScaling.Shapes;
using RollingDeploy.Host.Wire;
using ScalingPolicy = RollingDeploy.Core.AutoScaling.ScalingPolicy;

namespace RollingDeploy.Host.AutoScaling;

/// <summary>The operations of scaling policies: put, describe and delete.</summary>
internal static class ScalingPolicies
{
    private const int Most = 10;

    private static readonly JsonTypeInfo<PutScalingPolicyInput> Document =
        (JsonTypeInfo<PutScalingPolicyInput>)WireJson.Describe(AutoScalingJson.Default, typeof(PutScalingPolicyInput));

    public static PutScalingPolicyOutput Put(PutScalingPolicyInput input, Call call) => Put(input, call, null, []);

    /// <summary>Puts a policy. A policy that is loaded has an ID and alarms with names already.</summary>
    public static PutScalingPolicyOutput Put(
        PutScalingPolicyInput input, Call call, string? id, ImmutableArray<string> alarmNames)
    {
        var key = new ScalableKey(input.ResourceId!, input.ScalableDimension!, input.ServiceNamespace!);

        // What cannot be registered is not registered.
        var configuration = ScalingPolicyRules.Read(input, ScalableResource.Parse(key) ?? throw ScalingErrors.NotRegistered(key));
        var command = new PutScalingPolicy(
            call.Region, key, input.PolicyName!, configuration, JsonSerializer.Serialize(input, Document))
        {
            NamesItsType = input.PolicyType is not null,
            Id = id,
            AlarmNames = alarmNames,
        };
        return call.Apply(command, static (region, put) => new PutScalingPolicyOutput
        {
            PolicyARN = put.Arn,
            Alarms = [.. put.OwnAlarms.Select(name => Write(region, name))],
        });
    }

    public static DeleteScalingPolicyOutput Delete(DeleteScalingPolicyInput input, Call call)
    {
        call.Apply(new DeleteScalingPolicy(
            call.Region, new(input.ResourceId!, input.ScalableDimension!, input.ServiceNamespace!), input.PolicyName!));
        return new();
    }

    public static DescribeScalingPoliciesOutput Describe(DescribeScalingPoliciesInput input, Call call)
    {
        var isWanted = Scope.Filter(
            input.ServiceNamespace!, input.ResourceId is null ? null : [input.ResourceId], input.ScalableDimension);
        var (most, last) = (Paging.Most(input.MaxResults, Most), Paging.Open(call, input.NextToken));
        return call.Read(region =>
        {
            var wanted = region.Scaling.Targets
                .Where(target => isWanted(target.Resource))
                .SelectMany(target => target.Policies)
                .Where(policy => input.PolicyNames is not { Count: > 0 } names || names.Contains(policy.Name));
            var (items, next) = Paging.Page(call, wanted.OrderBy(Key, StringComparer.Ordinal), Key, most, last);
            return new DescribeScalingPoliciesOutput
            { ScalingPolicies = items.ConvertAll(policy => Write(region, policy)), NextToken = next };
        });
    }

    private static string Key(ScalingPolicy policy) => $"{policy.Target.Resource.Id} {policy.Target.Resource.Dimension} {policy.Name}";

    private static Shapes.ScalingPolicy Write(Region region, ScalingPolicy policy)
    {
        var given = JsonSerializer.Deserialize(policy.Document, Document)!;
        return new()
        {
            PolicyARN = policy.Arn,
            PolicyName = policy.Name,
            ServiceNamespace = ScalableResource.Service,
            ResourceId = policy.Target.Resource.Id,
            ScalableDimension = policy.Target.Resource.Dimension,
            PolicyType = policy.Configuration is TargetTracking ? "TargetTrackingScaling" : "StepScaling",
            TargetTrackingScalingPolicyConfiguration = given.TargetTrackingScalingPolicyConfiguration,
            StepScalingPolicyConfiguration = given.StepScalingPolicyConfiguration,
            Alarms = [.. Triggers.AlarmsOf(region, policy).Select(alarm => Write(region, alarm.Name))],
            CreationTime = policy.CreatedAt,
        };
    }

    private static Alarm Write(Region region, string alarmName) =>
        new() { AlarmName = alarmName, AlarmARN = Arn.Alarm(region, alarmName) };
}
