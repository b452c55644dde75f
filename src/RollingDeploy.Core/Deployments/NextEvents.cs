using RollingDeploy.Core.Arming;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Plans;

namespace RollingDeploy.Core.Deployments;

/// <summary>Predicts when the next event of an endpoint or inference component will happen, as far as it is known now.</summary>
internal static class NextEvents
{
    /// <summary>Returns the time of the next event; null if none is expected.</summary>
    public static DateTimeOffset? Of(Deployable subject)
    {
        var next = OfDeployment(subject);
        return subject.Region.Armed.NextIn(subject.Owner) is { } armed && !(next < armed) ? armed : next;
    }

    private static DateTimeOffset? OfDeployment(Deployable subject)
    {
        var (current, pending) = (subject.Current, subject.Pending);
        if (subject.Running?.Deployment is not { } deployment)
        {
            return subject.IsShort ? SettleAt(InstanceState.Provisioning, current, pending) ?? subject.ReplaceAt : null;
        }

        var settled = deployment.Step?.Kind switch
        {
            StepKind.Launch => SettleAt(InstanceState.Provisioning, deployment.LaunchSide == FleetSide.Old ? current : pending),
            StepKind.Retire => SettleAt(InstanceState.Draining, current, pending),
            StepKind.Shift => subject.TrafficSettlesAt,
            StepKind.Bake or null => null,
        };
        return settled < deployment.NextEventAt || deployment.NextEventAt is null ? settled : deployment.NextEventAt;
    }

    private static DateTimeOffset? SettleAt(InstanceState state, params ReadOnlySpan<Fleet?> fleets)
    {
        var waiting = fleets.ToArray().OfType<Fleet>()
            .SelectMany(fleet => fleet.Variants)
            .SelectMany(variant => variant.Instances)
            .Where(instance => instance.State == state)
            .ToList();
        return waiting.Where(instance => instance.Failure is not null || instance.AwaitsPing)
            .Min(instance => (DateTimeOffset?)instance.Due)
            ?? waiting.Max(instance => (DateTimeOffset?)instance.Due);
    }
}
