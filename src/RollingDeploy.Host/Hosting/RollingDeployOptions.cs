using RollingDeploy.Core;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Models;
using RollingDeploy.Host.Behaviors;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Hosting;

/// <summary>
/// The section <c>RollingDeploy</c> of the configuration, such as <c>RollingDeploy__Clock__Mode=frozen</c> in the environment.
/// </summary>
internal sealed partial class RollingDeployOptions
{
    public const string Section = "RollingDeploy";

    public ClockOptions Clock { get; set; } = new();

    public FleetOptions Fleet { get; set; } = new();

    public ModelOptions Models { get; set; } = new();

    public RuntimeOptions Runtime { get; set; } = new();

    /// <summary>
    /// The behavior of containers by image: a pattern in Image, and traits by name. The last entry that matches applies.
    /// </summary>
    public Dictionary<string, string>[] Behaviors { get; set; } = [];

    /// <summary>The hosts, besides this machine, whose servers may answer for a model.</summary>
    public string[] ForwardHosts { get; set; } = [];

    /// <summary><see cref="ForwardHosts"/> as a rule.</summary>
    public ForwardTargets ForwardTargets => new(ForwardHosts);

    /// <summary>The account of calls that name no account: twelve digits.</summary>
    public string Account { get; set; } = PartitionNames.StandardAccount;

    /// <summary>The seed of the random values of every world.</summary>
    public ulong Seed { get; set; } = 1;

    /// <summary>The status of an endpoint while a deployment rolls back: Updating or RollingBack.</summary>
    public EndpointStatus RollbackStatus { get; set; } = EndpointStatus.Updating;

    /// <summary>Whether WaitIntervalInSeconds also applies after the last canary or linear step.</summary>
    public bool BakeAfterLastStep { get; set; }

    /// <summary>The number of deployments, with their journals, that an endpoint keeps.</summary>
    public int KeptDeployments { get; set; } = 100;

    /// <summary>Whether instance types that are not in AWS's API model are refused, as on AWS.</summary>
    public bool StrictInstanceTypes { get; set; }

    public WorldSettings ToWorldSettings(DateTimeOffset start, Action<string, Exception> reportDefect) => new()
    {
        Start = start,
        Seed = Seed,
        Timings = Fleet.ToTimings(),
        RollbackStatus = RollbackStatus,
        BakeAfterLastStep = BakeAfterLastStep,
        KeptDeployments = KeptDeployments,
        ModelAccess = Models.ToAccess(),
        Behaviors = [.. Behaviors.Select(ReadBehavior)],
        ReportDefect = reportDefect,
    };

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

        foreach (var problem in Behaviors.Select(ProblemOf).OfType<string>().Concat(BrowserProblems()))
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

    private string? ProblemOf(Dictionary<string, string> entry, int index)
    {
        try
        {
            ReadBehavior(entry, index);
            return null;
        }
        catch (FormatException odd)
        {
            return odd.Message;
        }
    }
}

/// <summary>The limits for invoking models.</summary>
internal sealed class RuntimeOptions
{
    /// <summary>The largest value of <see cref="MaxBodyBytes"/>: 25 MB, the largest quota that AWS documents.</summary>
    public const int LargestBody = 25 * 1024 * 1024;

    /// <summary>The largest request body, in bytes. The default is 6 MB, as in AWS's API model.</summary>
    public int MaxBodyBytes { get; set; } = 6 * 1024 * 1024;
}

/// <summary>The settings of the virtual clock at start-up.</summary>
internal sealed class ClockOptions
{
    public ClockMode Mode { get; set; } = ClockMode.Real;

    /// <summary>The number of virtual seconds in a real second, in the mode Scaled.</summary>
    public double Speed { get; set; } = 1;

    /// <summary>Where leaps stop in the mode Skip: None or Baking.</summary>
    public StopAt StopAt { get; set; }

    /// <summary>The virtual time at start-up. The default is the time of the wall clock.</summary>
    public string? Start { get; set; }

    /// <summary><see cref="Start"/> as a time; null if it is not set or not valid. A time without an offset is UTC.</summary>
    public DateTimeOffset? StartTime => UtcConverter.TryParse(Start, out var start) ? start : null;
}

/// <summary>What CreateModel refuses. In each pattern, * stands for any text.</summary>
internal sealed class ModelOptions
{
    public string[] UnreadableData { get; set; } = [];

    public string[] UnsupportedImages { get; set; } = [];

    public string[] UnsubscribedPackages { get; set; } = [];

    public ModelAccess ToAccess() => new()
    {
        UnreadableData = [.. UnreadableData],
        UnsupportedImages = [.. UnsupportedImages],
        UnsubscribedPackages = [.. UnsubscribedPackages],
    };
}

/// <summary>The durations of the simulated fleet, in virtual seconds.</summary>
internal sealed class FleetOptions
{
    public double LaunchSeconds { get; set; } = 5;

    public double LaunchJitterSeconds { get; set; }

    /// <summary>The seconds within which an instance must answer its ping, unless its variant sets a timeout.</summary>
    public double PingTimeoutSeconds { get; set; } = 1800;

    public double ActivationSeconds { get; set; } = 1;

    public double TerminationSeconds { get; set; } = 1;

    public IEnumerable<(string Name, double Seconds)> All() =>
    [
        (nameof(LaunchSeconds), LaunchSeconds),
        (nameof(LaunchJitterSeconds), LaunchJitterSeconds),
        (nameof(PingTimeoutSeconds), PingTimeoutSeconds),
        (nameof(ActivationSeconds), ActivationSeconds),
        (nameof(TerminationSeconds), TerminationSeconds),
    ];

    public FleetTimings ToTimings() => new()
    {
        Launch = TimeSpan.FromSeconds(LaunchSeconds),
        LaunchJitter = TimeSpan.FromSeconds(LaunchJitterSeconds),
        PingTimeout = TimeSpan.FromSeconds(PingTimeoutSeconds),
        Activation = TimeSpan.FromSeconds(ActivationSeconds),
        Termination = TimeSpan.FromSeconds(TerminationSeconds),
    };
}
