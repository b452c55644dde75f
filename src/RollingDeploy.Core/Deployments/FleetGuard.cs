using RollingDeploy.Core.Guards;

namespace RollingDeploy.Core.Deployments;

/// <summary>
/// The edge around the work of one endpoint or inference component. A defect of ours in it fails the deployment that runs, if one
/// does, and sets the fleets aside until the next one begins; everybody else goes on.
/// </summary>
internal static class FleetGuard
{
    /// <summary>Does something of an endpoint or an inference component, unless it is set aside.</summary>
    public static void Run(Deployable subject, Action<Deployable> work)
    {
        if (!Guard.Run(subject.Region, subject.Owner, (Subject: subject, Work: work), static (_, its) => its.Work(its.Subject))
            && (subject.Running is not null || subject.IsInTransition)
            && subject.Region.Quarantine.Of(subject.Owner) is { } why)
        {
            Fail(subject, why);
        }
    }

    // Who is half way there would be in transition for ever: nobody looks at it any more.
    private static void Fail(Deployable subject, SetAside why)
    {
        var record = subject.Deployments[^1];
        record.Deployment = record.Deployment with
        {
            Status = DeploymentStatus.Failed,
            EndedAt = subject.Region.Now,
            FailureReason = FailureReasons.Quarantined(record.Deployment.Id),
        };
        Try(subject, subject => JournalWriter.Write(subject, subject.Deployments[^1], new JournalLine("quarantined", why.Defect)));
        Try(subject, subject => DeploymentRunner.Conclude(subject, subject.Deployments[^1].Deployment));
        if (subject.IsInTransition)
        {
            subject.FailureReason = record.Deployment.FailureReason;
            Try(subject, subject => subject.GiveUp());
        }
    }

    // What is broken already may break on the way out too: then only the status is changed.
    private static void Try(Deployable subject, Action<Deployable> work)
    {
        try
        {
            work(subject);
        }
        catch (Exception defect)
        {
            subject.Region.Quarantine.Add(subject.Owner, defect);
        }
    }
}
