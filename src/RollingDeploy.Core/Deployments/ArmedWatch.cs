using RollingDeploy.Core.Arming;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Faults;

namespace RollingDeploy.Core.Deployments;

/// <summary>
/// Lets what was armed count when its moment comes. The next deployment that reaches the bake makes the moment known, also one
/// that ran already when it was armed; where that deployment turns back or ends first, the one after it does.
/// </summary>
internal static class ArmedWatch
{
    /// <summary>A bake of a deployment begins, the <paramref name="bake"/>-th of its way forward.</summary>
    public static void BakeBegins(Deployable subject, int bake)
    {
        var region = subject.Region;
        foreach (var armed in subject.Region.Armed.WaitingFor(subject.Owner, bake))
        {
            var at = region.Now + armed.When.After;
            armed.CountTo(at);
            region.Schedule.Add(at, DueKind.Armed, armed.What);
        }
    }

    /// <summary>A deployment has turned back, or ended.</summary>
    public static void GoesNoFurther(Deployable subject)
    {
        foreach (var armed in subject.Region.Armed.CountingIn(subject.Owner))
        {
            armed.WaitAgain();
        }
    }

    /// <summary>
    /// A moment may have come; what was taken back or waits again leaves entries behind, which mean nothing any more.
    /// </summary>
    public static void MomentIsDue(Region region, Owner what, DateTimeOffset due)
    {
        if (region.Armed.FindCounting(what, due) is not { } armed || Subject(region, armed.When) is not { } subject)
        {
            return;
        }

        region.Armed.Remove(armed);
        armed.Come();
        JournalWriter.Write(subject, subject.Deployments[^1], Line(region, armed));
        Begin(region, armed);
    }

    private static void Begin(Region region, Armed armed)
    {
        switch (armed.What.Type)
        {
            case OwnerType.ModelBehavior:
                region.Behaviors.BeginArmed(armed.What.Name);
                region.Log(SubjectType.Model, armed.What.Name, new BehaviorBegan(region.Behaviors.ByModel[armed.What.Name]));
                region.Tell(new BehaviorsChanged());
                break;
            case OwnerType.Fault when region.Faults.Find(armed.What.Name) is { Kind: FaultKind.InstanceCrash }:
                Crashes.StrikeAll(region);
                break;
            default:
                // Any other fault is looked for when something happens that it may strike.
                break;
        }
    }

    private static JournalLine Line(Region region, Armed armed) => armed.What.Type == OwnerType.ModelBehavior
        ? new("behaviorBegan", $"{armed.When}: model {armed.What.Name} behaves from now on as was armed.")
        : new("faultBegan", $"{armed.When}: fault {armed.What.Name} ({region.Faults.Find(armed.What.Name)?.Kind}) can strike from now on.");

    private static Deployable? Subject(Region region, When when) =>
        when.Endpoint is { } endpoint ? region.Find(new Owner(region.Name, endpoint))
        : region.Find(new Owner(region.Name, when.InferenceComponent!, OwnerType.InferenceComponent));
}
