using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wording;

namespace RollingDeploy.Host.Hosting.Settings;

/// <summary>
/// Every setting of the section <c>RollingDeploy</c>, with the kind of value that it takes. The configuration is compared with
/// this table before it is bound, because the binder ignores some mistakes and reports others in terms of .NET.
/// <see cref="RollingDeployOptions.Problems"/> checks ranges and other rules.
/// </summary>
internal static class SettingTable
{
    private const string Seconds = "a number of seconds, from 0 to 86400";

    public static IReadOnlyList<Setting> All { get; } =
    [
        Setting.Word("Clock:Mode", Enum.GetNames<ClockMode>()),
        Setting.Number("Clock:Speed", "a number such as 60, the virtual seconds in a real second"),
        Setting.Text("Clock:Start"),
        Setting.Word("Clock:StopAt", Enum.GetNames<StopAt>()),
        Setting.Whole<ulong>("Seed", "a whole number, 0 or more"),
        new Setting("SeedPath", "the path of a folder", path => path.Length > 0),
        new Setting("SeedAccount", "an account ID of twelve digits", PartitionNames.IsAccount),
        new Setting("SeedRegion", "a region such as us-east-1", PartitionNames.IsRegion),
        new Setting("Account", "an account ID of twelve digits", PartitionNames.IsAccount),
        Setting.Number("Fleet:LaunchSeconds", Seconds),
        Setting.Number("Fleet:LaunchJitterSeconds", Seconds),
        Setting.Number("Fleet:PingTimeoutSeconds", Seconds),
        Setting.Number("Fleet:ActivationSeconds", Seconds),
        Setting.Number("Fleet:TerminationSeconds", Seconds),
        Setting.Word("RollbackStatus", nameof(EndpointStatus.Updating), nameof(EndpointStatus.RollingBack)),
        Setting.Flag("BakeAfterLastStep"),
        Setting.Whole<int>("KeptDeployments", "a whole number, 1 or more"),
        Setting.Flag("StrictInstanceTypes"),
        new Setting("StatePath", "the path of a file", path => path.Length > 0),
        Setting.Word("TimeAway", Enum.GetNames<TimeAway>()),
        Setting.List("Models:UnreadableData"),
        Setting.List("Models:UnsupportedImages"),
        Setting.List("Models:UnsubscribedPackages"),
        Setting.Groups("Behaviors", "Image"),
        Setting.List("ForwardHosts"),
        Setting.List("AllowedHosts"),
        Setting.List("AllowedOrigins"),
        Setting.Groups("Webhooks", "Url"),
        Setting.Groups("Topics", "Arn"),
        Setting.Whole<int>("Runtime:MaxBodyBytes", $"a whole number from 1 to {RuntimeOptions.LargestBody}"),
    ];

    /// <summary>Returns the setting with this name below the section, such as <c>Clock:Mode</c>; null if there is none.</summary>
    public static Setting? Find(string path) =>
        All.FirstOrDefault(setting => string.Equals(setting.Path, path, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns the first setting of a group such as <c>Clock</c>; null if there is no such group.</summary>
    public static Setting? FirstBelow(string group) =>
        All.FirstOrDefault(setting => setting.Path.StartsWith($"{group}:", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Returns what a user probably meant by <paramref name="name"/>: one of <paramref name="others"/>, or the
    /// <see cref="Setting.Example"/> of a setting; null if none is similar.
    /// </summary>
    public static string? Meant(string name, params IEnumerable<string> others)
    {
        var near = Nearest.Of(name, others.Concat(All.Select(setting => setting.Key)));
        return All.FirstOrDefault(setting => setting.Key == near)?.Example ?? near;
    }
}
