using RollingDeploy.Host.Seeds.Files;

namespace RollingDeploy.Host.Seeds.Answers;

/// <summary>
/// Makes scalable targets and scaling policies from answers of DescribeScalableTargets and DescribeScalingPolicies. These name
/// all resources of an account, so only those of endpoints that are loaded count.
/// </summary>
internal sealed class ScalingAnswers(Operations operations, Destination destination, LeftOut leftOut)
{
    public const string Targets = "ScalableTargets";
    public const string Policies = "ScalingPolicies";

    /// <summary>Returns the names of the alarms that target tracking policies make themselves when they are loaded.</summary>
    public static HashSet<string> OwnAlarms(
        IEnumerable<Source> answers, IReadOnlyDictionary<string, (string Account, string Region)> endpoints) => answers
        .SelectMany(answer => answer.Object.Objects(Policies))
        .Where(policy => policy.Text("PolicyType") == "TargetTrackingScaling" && EndpointOf(policy) is { } name && endpoints.ContainsKey(name))
        .SelectMany(policy => policy.Objects("Alarms"))
        .Select(alarm => alarm.Text("AlarmName"))
        .OfType<string>()
        .ToHashSet(StringComparer.Ordinal);

    public IEnumerable<SeedCall> Calls(
        IEnumerable<Source> targets,
        IEnumerable<Source> policies,
        IReadOnlyDictionary<string, (string Account, string Region)> endpoints)
    {
        var known = targets.SelectMany(answer => answer.Each(Targets)).ToList();
        var put = policies.SelectMany(answer => answer.Each(Policies)).ToList();
        Tell(known, "DescribeScalableTargets", Targets);
        Tell(put, "DescribeScalingPolicies", Policies);
        return
        [
            .. known.SelectMany(target => Load(target, "RegisterScalableTarget", "ScalableTargetARN", endpoints)),
            .. put.SelectMany(policy => Load(policy, "LoadScalingPolicy", "PolicyARN", endpoints)),
        ];
    }

    private void Tell(IEnumerable<Source> sources, string operation, string list) => leftOut.Members(
        sources.SelectMany(source => Projection.Unknown(source.Object, operations.ItemOf(operation, list), list)));

    private IEnumerable<SeedCall> Load(
        Source source, string operation, string arn, IReadOnlyDictionary<string, (string Account, string Region)> endpoints)
    {
        if (EndpointOf(source.Object) is not { } name || !endpoints.TryGetValue(name, out var place))
        {
            var what = source.Object.Text("PolicyName") is { } policy ? $"policy {policy}" : "the target";
            leftOut.Resource($"{what} of {source.Object.Text("ResourceId")}, which is not an endpoint in the files");
            return [];
        }

        // Answers of older versions of the AWS CLI have no ARN of the target.
        return [operations.Call(operation, source, source.Object.Find(arn) is null ? place : destination.Of(source, arn))];
    }

    // endpoint/demo/variant/AllTraffic
    private static string? EndpointOf(SeedObject source) =>
        source.Text("ResourceId")?.Split('/') is ["endpoint", var name, "variant", _] ? name : null;
}
