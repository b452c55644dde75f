using RollingDeploy.Core;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Host.Behaviors;

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

    /// <summary>The folder of the files that fill new worlds; null for none.</summary>
    public string? SeedPath { get; set; }

    /// <summary>The account for AWS's answers in the seeds; null for the account in their ARNs.</summary>
    public string? SeedAccount { get; set; }

    /// <summary>The region for AWS's answers in the seeds; null for the region in their ARNs.</summary>
    public string? SeedRegion { get; set; }

    /// <summary>The status of an endpoint while a deployment rolls back: Updating or RollingBack.</summary>
    public EndpointStatus RollbackStatus { get; set; } = EndpointStatus.Updating;

    /// <summary>Whether WaitIntervalInSeconds also applies after the last canary or linear step.</summary>
    public bool BakeAfterLastStep { get; set; }

    /// <summary>The number of deployments, with their journals, that an endpoint keeps.</summary>
    public int KeptDeployments { get; set; } = 100;

    /// <summary>The file in which all worlds are kept; null to keep them in memory only.</summary>
    public string? StatePath { get; set; }

    /// <summary>
    /// Whether the time between two runs of the host passes in worlds that are kept. The default is Passes with a clock in the
    /// mode Real, and Stops with other clocks.
    /// </summary>
    public TimeAway? TimeAway { get; set; }

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
}
