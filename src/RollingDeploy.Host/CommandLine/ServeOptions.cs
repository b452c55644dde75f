using System.CommandLine;
using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Hosting;
using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.CommandLine;

/// <summary>The options of <c>rollingdeploy serve</c>, and the settings that each of them sets.</summary>
internal sealed class ServeOptions
{
    private const string LogLevelKey = "Logging:LogLevel:";

    // The parser would take the value of these options as a command.
    private static readonly string[] Flags = ["--quiet", "--help", "--version"];

    private readonly Option<string> _port = new("--port")
    {
        HelpName = "number",
        Description = "The port to listen on. The default is 4566. Use 0 for any free port.",
    };

    private readonly Option<string> _clock = new("--clock")
    {
        HelpName = "mode",
        Description = "How virtual time passes: real (the default), scaled (see --speed), frozen (only when a call advances it) "
            + "or skip (every wait is skipped).",
    };

    private readonly Option<string> _speed = new("--speed")
    {
        HelpName = "factor",
        Description = "The number of virtual seconds in a real second, such as 60. It sets --clock scaled.",
    };

    private readonly Option<string> _account = new("--account")
    {
        HelpName = "id",
        Description = "The account of callers whose access key is not twelve digits. The default is 000000000000.",
    };

    private readonly Option<string> _state = new("--state")
    {
        HelpName = "file",
        Description = "The file that keeps everything, so that it is still there after a restart. Without it, everything is in memory.",
    };

    private readonly Option<string> _seed = new("--seed")
    {
        HelpName = "folder",
        Description = "A folder with JSON or YAML files that fill every new world: calls, or answers of AWS that you have saved.",
    };

    private readonly Option<string> _logLevel = new("--log-level")
    {
        HelpName = "level",
        Description = "The lowest level of log lines to print: Trace, Debug (includes calls that only read), Information (the default), "
            + "Warning, Error, Critical or None.",
    };

    private readonly Option<bool> _quiet = new("--quiet")
    {
        Arity = ArgumentArity.Zero,
        Description = "Prints only warnings and errors: no banner, no calls, no deployments.",
    };

    public ServeOptions()
    {
        _clock.CompletionSources.Add("real", "scaled", "frozen", "skip");
        _logLevel.CompletionSources.Add(Enum.GetNames<LogLevel>());
    }

    /// <summary>All options, in the order in which the help text lists them.</summary>
    public IReadOnlyList<Option> All => [_port, _clock, _speed, _account, _state, _seed, _logLevel, _quiet];

    /// <summary>Reads the options and the settings from the command line.</summary>
    /// <exception cref="StartUpException">A value is not valid, or two arguments contradict each other.</exception>
    public Launch Read(ParseResult parsed)
    {
        var settings = ConfigurationArguments.Read(parsed.UnmatchedTokens, All.Select(option => option.Name));
        var port = Port(parsed, settings);
        var values = new OptionValues();
        Clock(parsed, values);
        Set(parsed, _account, values, $"{RollingDeployOptions.Section}:Account");
        Set(parsed, _state, values, $"{RollingDeployOptions.Section}:StatePath");
        Set(parsed, _seed, values, $"{RollingDeployOptions.Section}:SeedPath");
        Logging(parsed, values, settings);
        return new Launch
        {
            Arguments = [.. settings.Select(setting => $"--{setting.Key}={setting.Value}")],
            Options = values,
            Port = port,
            WantsDetails = Enum.TryParse<LogLevel>(parsed.GetValue(_logLevel), ignoreCase: true, out var level)
                && level <= LogLevel.Debug,
        };
    }

    /// <summary>Checks that no option has a value that does not take one, such as <c>--quiet=yes</c>.</summary>
    /// <exception cref="StartUpException">An option has a value that it does not take.</exception>
    public static void RequireNoValues(IEnumerable<string> arguments)
    {
        if (Flags.FirstOrDefault(flag => arguments.Any(each => HasValue(each, flag))) is { } flag)
        {
            throw new StartUpException($"{flag} takes no value. Write only {flag}.");
        }
    }

    private static bool HasValue(string argument, string flag) =>
        argument.StartsWith(flag, StringComparison.Ordinal) && argument.Length > flag.Length && argument[flag.Length] is '=' or ':';

    private int? Port(ParseResult parsed, IReadOnlyList<KeyValuePair<string, string>> settings) => parsed.GetValue(_port) switch
    {
        null => null,
        _ when settings.Any(
            setting => string.Equals(setting.Key, WebHostDefaults.ServerUrlsKey, StringComparison.OrdinalIgnoreCase)) =>
            throw new StartUpException("--port and --urls cannot be used together. Use one of them."),
        var text when Addresses.IsPort(text, out var port) => port,
        var text => throw new StartUpException($"--port is {text}; it must be a port number, from 0 to 65535."),
    };

    private void Clock(ParseResult parsed, OptionValues values)
    {
        Set(parsed, _speed, values, $"{RollingDeployOptions.Section}:Clock:Speed");
        var mode = parsed.GetValue(_clock);
        if (parsed.GetValue(_speed) is null)
        {
            Set(parsed, _clock, values, $"{RollingDeployOptions.Section}:Clock:Mode");
        }
        else if (mode is null || string.Equals(mode, nameof(ClockMode.Scaled), StringComparison.OrdinalIgnoreCase))
        {
            values.Set($"{RollingDeployOptions.Section}:Clock:Mode", nameof(ClockMode.Scaled), _speed.Name);
        }
        else
        {
            throw new StartUpException($"--speed can only be used with --clock scaled, but --clock is {mode}.");
        }
    }

    // ASP.NET logs a line for every request. Its level stays at Warning unless a setting changes it.
    private void Logging(ParseResult parsed, OptionValues values, IReadOnlyList<KeyValuePair<string, string>> settings)
    {
        var (option, text) = parsed.GetValue(_logLevel) is { } given
            ? (_logLevel.Name, given)
            : (_quiet.Name, parsed.GetValue(_quiet) ? nameof(LogLevel.Warning) : null);
        if (text is null)
        {
            return;
        }

        var isLevel = Enum.TryParse<LogLevel>(text, ignoreCase: true, out var level);
        Add("Default", text);
        foreach (var noisy in HostSetup.NoisyCategories)
        {
            Add(noisy, isLevel ? Max(level, LogLevel.Warning).ToString() : nameof(LogLevel.Warning));
        }

        void Add(string category, string value)
        {
            var key = LogLevelKey + category;
            if (!settings.Any(setting => string.Equals(setting.Key, key, StringComparison.OrdinalIgnoreCase)))
            {
                values.Set(key, value, option);
            }
        }
    }

    private static LogLevel Max(LogLevel one, LogLevel other) => one > other ? one : other;

    private static void Set(ParseResult parsed, Option<string> option, OptionValues values, string key)
    {
        if (parsed.GetValue(option) is { } value)
        {
            values.Set(key, value, option.Name);
        }
    }
}
