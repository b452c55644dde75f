using RollingDeploy.Core;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Models;
using RollingDeploy.Host.Behaviors;
using RollingDeploy.Host.Control;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.Hosting;

/// <summary>
/// The section <c>RollingDeploy</c> of the configuration: <c>RollingDeploy__Clock__Mode=frozen</c> in the environment.
/// </summary>
internal sealed partial class RollingDeployOptions
{
    public const string Section = "RollingDeploy";

    public ClockOptions Clock { get; set; } = new();

    public FleetOptions Fleet { get; set; } = new();

    public ModelOptions Models { get; set; } = new();

    public RuntimeOptions Runtime { get; set; } = new();

    /// <summary>How containers of certain images behave: Image, and traits by their names. The last that fits wins.</summary>
    public Dictionary<string, string>[] Behaviors { get; set; } = [];

    /// <summary>Hosts, beside this machine, whose servers may answer for a model.</summary>
    public string[] ForwardHosts { get; set; } = [];

    /// <summary>The same as a rule.</summary>
    public ForwardTargets ForwardTargets => new(ForwardHosts);

    /// <summary>Whose world a call speaks of that names no account: twelve digits.</summary>
    public string Account { get; set; } = Caller.StandardAccount;

    /// <summary>Where every world's randomness starts.</summary>
    public ulong Seed { get; set; } = 1;

    /// <summary>The status of an endpoint while a deployment rolls back: Updating or RollingBack.</summary>
    public EndpointStatus RollbackStatus { get; set; } = EndpointStatus.Updating;

    /// <summary>Whether WaitIntervalInSeconds also follows the last canary or linear step.</summary>
    public bool BakeAfterLastStep { get; set; }

    /// <summary>How many deployments, journals included, an endpoint keeps.</summary>
    public int KeptDeployments { get; set; } = 100;

    /// <summary>Whether instance types that AWS's model does not list are refused, as AWS refuses them.</summary>
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

    /// <summary>What is wrong with it, as sentences that name the setting; empty when nothing is.</summary>
    public IEnumerable<string> Problems()
    {
        if (RollbackStatus is not (EndpointStatus.Updating or EndpointStatus.RollingBack))
        {
            yield return $"{Section}:RollbackStatus is {RollbackStatus}; it can be Updating or RollingBack.";
        }

        if (KeptDeployments < 1)
        {
            yield return $"{Section}:KeptDeployments is {KeptDeployments}; it must be at least 1.";
        }

        if (!Enum.IsDefined(Clock.Mode))
        {
            yield return $"{Section}:Clock:Mode is {Clock.Mode}; it can be Real, Scaled, Frozen or Skip.";
        }

        if (!Enum.IsDefined(Clock.StopAt))
        {
            yield return $"{Section}:Clock:StopAt is {Clock.StopAt}; it can be None or Baking.";
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

/// <summary>What invoking models is limited by.</summary>
internal sealed class RuntimeOptions
{
    /// <summary>The most that AWS's quota pages speak of.</summary>
    public const int LargestBody = 25 * 1024 * 1024;

    /// <summary>The largest body of a request, in bytes: 6 MB, as the API's model says.</summary>
    public int MaxBodyBytes { get; set; } = 6 * 1024 * 1024;
}

/// <summary>How virtual time begins.</summary>
internal sealed class ClockOptions
{
    public ClockMode Mode { get; set; } = ClockMode.Real;

    /// <summary>Virtual seconds in a real one, when scaled.</summary>
    public double Speed { get; set; } = 1;

    /// <summary>Where leaps stop, when the mode is Skip: None or Baking.</summary>
    public StopAt StopAt { get; set; }

    /// <summary>The virtual time at start-up; the wall clock's when it is not set.</summary>
    public string? Start { get; set; }

    /// <summary>The same as a time; null where it is not set or is none. Without an offset it is UTC.</summary>
    public DateTimeOffset? StartTime => UtcConverter.TryParse(Start, out var start) ? start : null;
}

/// <summary>What CreateModel refuses, as patterns in which * stands for any text.</summary>
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

/// <summary>How long the simulated fleet takes, in seconds.</summary>
internal sealed class FleetOptions
{
    public double LaunchSeconds { get; set; } = 5;

    public double LaunchJitterSeconds { get; set; }

    /// <summary>How long an instance may take to answer its ping, where its variant does not say.</summary>
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
