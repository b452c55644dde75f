using RollingDeploy.Core.Guards;

namespace RollingDeploy.Core.Deployments;

/// <summary>
/// Isolates the work of each endpoint and inference component. If it fails because of a bug in RollingDeploy, the running
/// deployment fails, and the fleets are set aside until the next deployment begins. Other resources are not affected.
/// </summary>
internal static class FleetGuard
{
    /// <summary>Runs work of an endpoint or an inference component, unless it is set aside.</summary>
    public static void Run(Deployable subject, Action<Deployable> work)
    {
        if (!Guard.Run(subject.Region, subject.Owner, (Subject: subject, Work: work), static (_, its) => its.Work(its.Subject))
            && (subject.Running is not null || subject.IsInTransition)
            && subject.Region.Quarantine.Of(subject.Owner) is { } why)
        {
            Fail(subject, why);
        }
    }

    // Otherwise the resource would be in transition forever, because it does not work any more.
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

    // The end of the deployment can fail too. Then only the status is changed.
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
