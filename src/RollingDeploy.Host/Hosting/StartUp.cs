using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace RollingDeploy.Host.Hosting;

/// <summary>Runs the host; what keeps it from starting is said in a sentence that names the setting, not in a stack trace.</summary>
internal static partial class StartUp
{
    private const string Behaviors = $"{RollingDeployOptions.Section}:{nameof(RollingDeployOptions.Behaviors)}";

    public static int RunOrExplain(this WebApplication app)
    {
        try
        {
            app.Run();
            return 0;
        }
        catch (Exception error) when (Explain(error) is not null)
        {
            Console.Error.WriteLine($"RollingDeploy cannot start. {Explain(error)}");
            return 1;
        }
    }

    /// <summary>The sentence for what went wrong; null where it is no mistake of the user's.</summary>
    public static string? Explain(Exception error) => error switch
    {
        OptionsValidationException options => string.Join(' ', options.Failures),
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            $"{error.Message} Another program listens there; --urls names another address.",
        _ when Unconvertible().Match(error.Message) is { Success: true } bad =>
            $"{bad.Groups["path"].Value} is {bad.Groups["value"].Value}, which it cannot be{Allowed(bad.Groups["path"].Value, bad.Groups["type"].Value)}.",
        _ when Unknown().Match(error.Message) is { Success: true } unknown =>
            $"There is no setting {unknown.Groups["names"].Value} in {RollingDeployOptions.Section}; the README lists those that are.",
        _ => error.InnerException is { } inner ? Explain(inner) : null,
    };

    private static string Allowed(string path, string type) =>
        path.StartsWith(Behaviors, StringComparison.OrdinalIgnoreCase) ? $": each entry has a number, from 0 on, such as {Behaviors}:0:Image"
        : type.EndsWith("[]", StringComparison.Ordinal) ? $": its entries have numbers, from 0 on, such as {path}:0"
        : path.EndsWith(":Mode", StringComparison.OrdinalIgnoreCase) ? $": {string.Join(", ", Enum.GetNames<ClockMode>())}"
        : path.EndsWith(":StopAt", StringComparison.OrdinalIgnoreCase) ? $": {string.Join(", ", Enum.GetNames<StopAt>())}"
        : path.EndsWith(":RollbackStatus", StringComparison.OrdinalIgnoreCase) ? ": Updating, RollingBack"
        : "";

    [GeneratedRegex("Failed to convert configuration value '(?<value>.*)' at '(?<path>[^']+)'( to type '(?<type>[^']+)')?")]
    private static partial Regex Unconvertible();

    [GeneratedRegex("the following properties were not found on the instance of [^:]+: (?<names>.+)")]
    private static partial Regex Unknown();
}
