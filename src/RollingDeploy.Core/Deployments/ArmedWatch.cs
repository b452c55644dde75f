using RollingDeploy.Core.Arming;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Events;
using RollingDeploy.Core.Faults;

namespace RollingDeploy.Core.Deployments;

/// <summary>
/// Activates armed behaviors and faults at their moments. When a deployment reaches the bake, the time of the moment is known,
/// even if the deployment was running already when the behavior or fault was armed. If that deployment begins to roll back or
/// ends before the moment, the next deployment is used.
/// </summary>
internal static class ArmedWatch
{
    /// <summary>Sets the times of the items that wait for this bake. Bakes before any rollback are counted from 1.</summary>
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

    /// <summary>Lets items wait for the next deployment, because this one began to roll back or ended.</summary>
    public static void GoesNoFurther(Deployable subject)
    {
        foreach (var armed in subject.Region.Armed.CountingIn(subject.Owner))
        {
            armed.WaitAgain();
        }
    }

    /// <summary>
    /// Activates an item whose moment has come. Entries of the schedule for items that were removed or wait again are ignored.
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
            case OwnerType.Fault:
                // Any other fault strikes when something happens that it matches, such as a check of alarms.
                if (region.Faults.Find(armed.What.Name) is { } fault)
                {
                    Polls.FaultBegins(region, fault);
                }

                break;
            default:
                throw new IllegalTransitionException($"{armed.What.Type} {armed.What.Name} was armed");
        }
    }

    private static JournalLine Line(Region region, Armed armed) => armed.What.Type == OwnerType.ModelBehavior
        ? new("behaviorBegan", $"{armed.When}: model {armed.What.Name} behaves from now on as was armed.")
        : new("faultBegan", $"{armed.When}: fault {armed.What.Name} ({region.Faults.Find(armed.What.Name)?.Kind}) can strike from now on.");

    private static Deployable? Subject(Region region, When when) =>
        when.Endpoint is { } endpoint ? region.Find(new Owner(region.Name, endpoint))
        : region.Find(new Owner(region.Name, when.InferenceComponent!, OwnerType.InferenceComponent));
}
