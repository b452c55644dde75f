using System.Collections.Concurrent;
using System.Text.Json;

namespace RollingDeploy.Host.Tests.Oracle;

/// <summary>
/// AWS's models at hand: botocore's, which has all constraints, and the newest one, of the SDK for JavaScript. Where they differ,
/// the newer one counts.
/// </summary>
internal sealed record Models(Botocore Botocore)
{
    private static readonly ConcurrentDictionary<string, JsonElement> Newer = new();

    private static readonly ConcurrentDictionary<string, ServiceModel> Loaded = new();

    /// <summary>Skips the running test where one of the models is missing; on a CI machine that is a failure.</summary>
    public static Models FoundOrSkip()
    {
        var botocore = Botocore.FoundOrSkip();
        if (JavaScriptSdk.WhyMissing is { } reason)
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") is not "true", $"not run: {reason}");
            Assert.Fail($"On CI the records are to be compared with AWS's SDK for JavaScript: {reason}");
        }

        return new(botocore);
    }

    /// <summary>The names and versions of both models of a service.</summary>
    public string VersionsOf(Service service) =>
        $"botocore {Botocore.Version} and {service.JavaScriptPackage} {NewerOf(service).GetProperty("version").GetString()}";

    public ServiceModel Load(Service service) => Loaded.GetOrAdd(
        service.Name, _ => new(NewestModel.Of(Botocore.Load(service.Name, service.ApiVersion), NewerOf(service))));

    private static JsonElement NewerOf(Service service) => Newer.GetOrAdd(
        service.JavaScriptPackage,
        package => JsonDocument.Parse(JavaScriptSdk.Run("model.mjs", package)).RootElement);
}
