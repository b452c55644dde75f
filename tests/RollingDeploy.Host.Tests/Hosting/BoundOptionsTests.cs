using System.Collections;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.Tests.Hosting;

/// <summary>
/// The configuration binder's generator passes over what it cannot set, such as an <c>init</c> property, without a warning: then
/// a setting is read, checked and ignored.
/// </summary>
public sealed class BoundOptionsTests
{
    private static readonly Dictionary<string, string> Values = new()
    {
        ["Clock:Mode"] = "Skip",
        ["Clock:Speed"] = "2.5",
        ["Clock:Start"] = "2030-01-01T00:00:00Z",
        ["Clock:StopAt"] = "Baking",
        ["Seed"] = "7",
        ["SeedPath"] = "seeds",
        ["SeedAccount"] = "123412341234",
        ["SeedRegion"] = "eu-west-1",
        ["Account"] = "123412341234",
        ["Fleet:LaunchSeconds"] = "7.5",
        ["Fleet:LaunchJitterSeconds"] = "7.5",
        ["Fleet:PingTimeoutSeconds"] = "7.5",
        ["Fleet:ActivationSeconds"] = "7.5",
        ["Fleet:TerminationSeconds"] = "7.5",
        ["RollbackStatus"] = "RollingBack",
        ["BakeAfterLastStep"] = "True",
        ["KeptDeployments"] = "7",
        ["StrictInstanceTypes"] = "True",
        ["StatePath"] = "state.db",
        ["TimeAway"] = "Passes",
        ["Models:UnreadableData"] = "s3://no-access/*",
        ["Models:UnsupportedImages"] = "*:oci",
        ["Models:UnsubscribedPackages"] = "*/none",
        ["Behaviors"] = "*:errs",
        ["ForwardHosts"] = "models.test",
        ["AllowedHosts"] = "models.test",
        ["AllowedOrigins"] = "http://localhost:3000",
        ["Webhooks"] = "http://localhost:1",
        ["Topics"] = "arn:aws:sns:us-east-1:000000000000:alarms",
        ["Runtime:MaxBodyBytes"] = "7",
    };

    // An entry of topics is not valid without a URL.
    private static readonly Dictionary<string, string> More = new() { ["Topics"] = "--RollingDeploy:Topics:0:Url=http://localhost:1" };

    public static TheoryData<string> Paths => [.. SettingTable.All.Select(setting => setting.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Option_WhoseSettingIsGiven_HasItsValue(string path)
    {
        var (setting, value) = (SettingTable.Find(path)!, Values[path]);

        var options = Bound($"--{setting.Example}={value}", More.GetValueOrDefault(path, $"--{setting.Example}={value}"));

        Shown(Find(options, path)).Should().Be(value).And.NotBe(Shown(Find(new RollingDeployOptions(), path)));
    }

    private static RollingDeployOptions Bound(params string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(arguments);
        builder.AddSimulation();
        using var services = builder.Services.BuildServiceProvider();
        return services.GetRequiredService<IOptions<RollingDeployOptions>>().Value;
    }

    private static object? Find(object options, string path) => path.Split(':').Aggregate(
        (object?)options,
        (found, name) => found!.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance)!.GetValue(found));

    // The first entry stands for a list.
    private static string? Shown(object? value) => value switch
    {
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        string text => text,
        Dictionary<string, string> group => group.OrderBy(each => each.Key, StringComparer.Ordinal).First().Value,
        IEnumerable list => Shown(list.Cast<object>().FirstOrDefault()),
        _ => value?.ToString(),
    };
}
