using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace RollingDeploy.Host.Hosting;

/// <summary>Runs the host; what keeps it from starting is said in a sentence that names the setting, not in a stack trace.</summary>
internal static partial class StartUp
{
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
            $"{bad.Groups["path"].Value} is {bad.Groups["value"].Value}, which it cannot be{Allowed(bad.Groups["path"].Value)}.",
        _ when Unknown().Match(error.Message) is { Success: true } unknown =>
            $"There is no setting {unknown.Groups["names"].Value} in {RollingDeployOptions.Section}; the README lists those that are.",
        _ => error.InnerException is { } inner ? Explain(inner) : null,
    };

    private static string Allowed(string path) =>
        path.EndsWith(":Mode", StringComparison.OrdinalIgnoreCase) ? $": {string.Join(", ", Enum.GetNames<ClockMode>())}"
        : path.EndsWith(":RollbackStatus", StringComparison.OrdinalIgnoreCase) ? ": Updating, RollingBack"
        : "";

    [GeneratedRegex("Failed to convert configuration value '(?<value>.*)' at '(?<path>[^']+)'")]
    private static partial Regex Unconvertible();

    [GeneratedRegex("the following properties were not found on the instance of [^:]+: (?<names>.+)")]
    private static partial Regex Unknown();
}
