using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Core.Plans;
using RollingDeploy.Host.CommandLine.Output;
using RollingDeploy.Host.Control;

namespace RollingDeploy.Host.CommandLine.Following;

/// <summary>Words for values that commands show to people.</summary>
internal static class PlainWords
{
    public static string Of(DeploymentPolicy policy) => policy switch
    {
        DeploymentPolicy.Default => "default policy",
        DeploymentPolicy.AllAtOnce => "all at once",
        DeploymentPolicy.Canary => "canary",
        DeploymentPolicy.Linear => "linear",
        DeploymentPolicy.Rolling => "rolling",
    };

    public static string Of(InstanceState state) => state switch
    {
        InstanceState.Provisioning => "launching",
        InstanceState.InService => "in service",
        InstanceState.Draining => "draining",
    };

    /// <summary>How time passes, such as <c>scaled, 60 virtual seconds per second</c>.</summary>
    public static string Of(ClockState clock) => clock.Mode switch
    {
        ClockMode.Real => "real time",
        ClockMode.Scaled => FormattableString.Invariant($"scaled, {clock.Speed} virtual seconds per second"),
        ClockMode.Frozen => "frozen",
        ClockMode.Skip => clock.IsStopped is true ? "skip, stopped at a bake" : "skip",
    };

    /// <summary>Whether virtual time does not pass on its own.</summary>
    public static bool StandsStill(ClockState clock) => clock.Mode == ClockMode.Frozen || clock.IsStopped is true;

    public static string Share(double share) => FormattableString.Invariant($"{Math.Round(share * 100, 1)}%");

    /// <summary>What a user can do while time stands still.</summary>
    public static string HowToAdvance(string endpoint) =>
        $"To advance it, run: rollingdeploy advance --until {Printable.Of(endpoint)}=InService";
}
