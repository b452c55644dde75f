using System.Collections.Immutable;
using System.Globalization;
using RollingDeploy.Core.Containers;

namespace RollingDeploy.Host.Behaviors;

/// <summary>One property of the behavior of a model, such as its error rate.</summary>
/// <param name="Word">
/// The name: <c>ERROR_RATE</c> is ROLLINGDEPLOY_ERROR_RATE in an environment and ErrorRate in the configuration.
/// </param>
/// <param name="CanBe">What a value must be. It ends the sentence "it must be …".</param>
/// <param name="Say">Adds the value to a behavior. Returns null if the value is not valid.</param>
internal sealed record Trait(string Word, string CanBe, Func<ModelBehavior, string, ModelBehavior?> Say)
{
    private const double Year = 31_536_000;
    private const int LongestBody = 6 * 1024 * 1024;

    /// <summary>All traits, in the order in which they are read. The kind of a response is read after its body.</summary>
    public static readonly ImmutableArray<Trait> All =
    [
        Number("LATENCY_MS", "a number of milliseconds", 3_600_000, (said, ms) => said with { LatencyMedianMs = ms }),
        Number("LATENCY_P99_MS", "a number of milliseconds", 3_600_000, (said, ms) => said with { LatencyP99Ms = ms }),
        Number("ERROR_RATE", "a number", 1, (said, share) => said with { ErrorRate = share }),
        Number("CLIENT_ERROR_RATE", "a number", 1, (said, share) => said with { ClientErrorRate = share }),
        Number("ERRORS_AFTER_SECONDS", "a number of seconds", Year, (said, seconds) => said with { ErrorsAfterSeconds = seconds }),
        new("ERRORS_BEYOND_INSTANCES", "a whole number of instances, 0 or more", (said, text) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? said with { ErrorsBeyondInstances = count }
                : null),
        Number("DOWNLOAD_SECONDS", "a number of seconds", 86_400, (said, seconds) => said with { DownloadSeconds = seconds }),
        Number("STARTUP_SECONDS", "a number of seconds", 86_400, (said, seconds) => said with { StartupSeconds = seconds }),
        OneOf<PingAnswer>("PING", (said, ping) => said with { Ping = ping }),
        new("RESPONSE", $"a text of at most {LongestBody} characters", (said, text) =>
            text.Length <= LongestBody
                ? said with { Response = ResponseOf(said) with { Kind = ResponseKind.Fixed, Body = text } }
                : null),
        new("RESPONSE_CONTENT_TYPE", "a media type such as application/json", (said, text) =>
            text.Length is > 0 and <= 1024 && text.All(each => each is >= ' ' and <= '~')
                ? said with { Response = ResponseOf(said) with { ContentType = text } }
                : null),
        OneOf<ResponseKind>("RESPONSE_KIND", (said, kind) => said with { Response = ResponseOf(said) with { Kind = kind } }),
        new("FORWARD_TO", "an address such as http://127.0.0.1:8080", (said, text) =>
            ForwardTargets.TryParse(text, out var target) ? said with { ForwardTo = target } : null),
    ];

    private static Trait Number(string word, string unit, double most, Func<ModelBehavior, double, ModelBehavior> say) =>
        new(word, FormattableString.Invariant($"{unit} from 0 to {most}"), (said, text) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && number >= 0
                && number <= most
                ? say(said, number)
                : null);

    private static Trait OneOf<T>(string word, Func<ModelBehavior, T, ModelBehavior> say)
        where T : struct, Enum =>
        new(word, string.Join(" or ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant())), (said, text) =>
            Enum.TryParse<T>(text, ignoreCase: true, out var value) && text.All(char.IsLetter) ? say(said, value) : null);

    private static ModelResponse ResponseOf(ModelBehavior said) => said.Response ?? new(null, null, null);
}
