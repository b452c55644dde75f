using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Host.Behaviors;

namespace RollingDeploy.Host.Hosting;

/// <summary>The checks of the settings.</summary>
internal sealed partial class RollingDeployOptions
{
    /// <summary>One sentence for each mistake. Each sentence begins with the name of the setting.</summary>
    public IEnumerable<string> Problems()
    {
        if (RollbackStatus is not (EndpointStatus.Updating or EndpointStatus.RollingBack))
        {
            yield return $"{Section}:RollbackStatus is {RollbackStatus}; it must be Updating or RollingBack.";
        }

        if (KeptDeployments < 1)
        {
            yield return $"{Section}:KeptDeployments is {KeptDeployments}; it must be at least 1.";
        }

        if (TimeAway is { } away && !Enum.IsDefined(away))
        {
            yield return $"{Section}:TimeAway is {away}; it must be Stops or Passes.";
        }

        if (!Enum.IsDefined(Clock.Mode))
        {
            yield return $"{Section}:Clock:Mode is {Clock.Mode}; it must be Real, Scaled, Frozen or Skip.";
        }

        if (!Enum.IsDefined(Clock.StopAt))
        {
            yield return $"{Section}:Clock:StopAt is {Clock.StopAt}; it must be None or Baking.";
        }

        if (!string.IsNullOrEmpty(Clock.Start) && !(Clock.StartTime is { } start && VirtualClock.CanShow(start)))
        {
            yield return $"{Section}:Clock:Start is {Clock.Start}; it must be a time such as 2030-01-01T00:00:00Z, from 1970 to 9000.";
        }

        if (!(Clock.Speed > 0 && Clock.Speed <= VirtualClock.MaximumSpeed))
        {
            yield return $"{Section}:Clock:Speed is {Clock.Speed}; it must be more than 0 and at most {VirtualClock.MaximumSpeed}.";
        }

        if (Runtime.MaxBodyBytes is < 1 or > RuntimeOptions.LargestBody)
        {
            yield return $"{Section}:Runtime:MaxBodyBytes is {Runtime.MaxBodyBytes}; it must be from 1 to {RuntimeOptions.LargestBody}.";
        }

        foreach (var host in ForwardHosts.Where(host => Uri.CheckHostName(host) == UriHostNameType.Unknown))
        {
            yield return $"{Section}:ForwardHosts has {host}; it must be a host's name or address, without a port.";
        }

        foreach (var problem in Behaviors.Select(ProblemOf).OfType<string>().Concat(BrowserProblems()).Concat(ReceiverProblems()))
        {
            yield return problem;
        }

        foreach (var (name, seconds) in Fleet.All().Where(each => !(each.Seconds >= 0 && each.Seconds <= 86_400)))
        {
            yield return $"{Section}:Fleet:{name} is {seconds}; it must be from 0 to 86400 seconds.";
        }
    }

    private ImageBehavior ReadBehavior(Dictionary<string, string> entry, int index) =>
        ConfiguredBehavior.Read(entry, $"{Section}:Behaviors:{index}", ForwardTargets);

    private string? ProblemOf(Dictionary<string, string> entry, int index) => ProblemOf(() => ReadBehavior(entry, index));
}
